/** The one stretch in which two texts differ: replace `from`..`to` of the old by `insert`. */
export interface Change {
  from: number;
  to: number;
  insert: string;
}

/** The smallest single change that makes `next` of `before`; none when they are the same. */
export function changeBetween(before: string, next: string): Change | null {
  if (before === next) return null;
  const shorter = Math.min(before.length, next.length);
  let from = 0;
  while (from < shorter && before[from] === next[from]) from++;
  if (isInsidePair(before, from) || isInsidePair(next, from)) from--;
  let tail = 0;
  while (tail < shorter - from && before.at(-1 - tail) === next.at(-1 - tail)) tail++;
  if (isInsidePair(before, before.length - tail) || isInsidePair(next, next.length - tail)) tail--;
  return { from, to: before.length - tail, insert: next.slice(from, next.length - tail) };
}

/** Where a place of the old text is in the new one. */
export function moved(place: number, change: Change): number {
  if (place <= change.from) return place;
  if (place >= change.to) return place + change.insert.length - (change.to - change.from);
  return Math.min(place, change.from + change.insert.length);
}

/** Between the two halves of a sign outside the basic plane. */
function isInsidePair(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at);
  return before >= 0xd800 && before < 0xdc00 && after >= 0xdc00 && after < 0xe000;
}
