import type { Run, TranslateRow } from "../../backend";

/** A row that is behind the original. */
export function isBehind(row: TranslateRow): boolean {
  return row.state !== "fresh";
}

/** A row that waits for a person: behind, or with something coming. */
export function isOpen(row: TranslateRow): boolean {
  return isBehind(row) || row.coming;
}

/** So many rows without words are a text that is being translated for the first time. */
const MANY = 3;

/**
 * Whether a text is being translated for the first time: then rows without words are what is left
 * to do, and no news of the original.
 */
export function isFirst(rows: readonly TranslateRow[], approved: boolean): boolean {
  return !approved && rows.filter((row) => row.state === "missing").length >= MANY;
}

/** Longer than this, what changed is seen in the text better than told. */
const SHORT = 40;

/** What became of what, when the original changed in one place only: 2025 → 2026. */
export function replaced(diff: readonly Run[] | null): { from: string; to: string } | null {
  if (!diff) return null;
  const changes = diff.filter((run) => run.change !== "kept");
  const [from, to] = changes;
  if (changes.length !== 2 || from?.change !== "removed" || to?.change !== "added") return null;
  const pair = { from: from.text.trim(), to: to.text.trim() };
  const fits = (words: string) => words !== "" && words.length <= SHORT;
  return fits(pair.from) && fits(pair.to) ? pair : null;
}

/** The next of the rows from `from` on, round and round, for which something holds. */
export function nextOf<T>(
  all: readonly T[],
  from: number,
  step: 1 | -1,
  holds: (one: T) => boolean,
): T | null {
  for (let away = 1; away <= all.length; away++) {
    const at = (((from + step * away) % all.length) + all.length) % all.length;
    const one = all[at];
    if (one !== undefined && holds(one)) return one;
  }
  return null;
}

/** A photo is the same in every language; so is a rule. Nobody types there. */
export function isTyped(row: TranslateRow): boolean {
  return row.kind !== "image" && row.kind !== "rule";
}
