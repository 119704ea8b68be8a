/** How far around its old place a row is looked for. */
const REACH = 400;

/**
 * Where a row went when its list was read again: the nearest index around the old one that has its
 * key; none when it is nowhere near.
 */
export function whereIs(
  key: string,
  was: number,
  keyAt: (index: number) => string | undefined,
): number | null {
  for (let far = 0; far <= REACH; far++) {
    if (keyAt(was - far) === key) return was - far;
    if (keyAt(was + far) === key) return was + far;
  }
  return null;
}

/** How far to scroll so that a row is in sight, from where it lies and what is in sight. */
export function toSee(top: number, height: number, scrolled: number, room: number): number {
  if (top < scrolled) return top;
  return Math.max(scrolled, top + height - room);
}
