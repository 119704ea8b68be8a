interface Course {
  /** When the work began and what time it is, in milliseconds. */
  since: number;
  now: number;
  done: number;
  of: number;
}

/** Less than this tells nothing of the rest. */
const ENOUGH = 2000;

/** The seconds that are left if work goes on as it went; null while nobody can tell. */
export function secondsLeft({ since, now, done, of }: Course): number | null {
  const spent = now - since;
  if (done <= 0 || done >= of || spent < ENOUGH) return null;
  return Math.ceil(((spent / done) * (of - done)) / 1000);
}
