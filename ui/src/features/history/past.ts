import type { History, PastDecision, PastRevision } from "../../backend";

/** One line of an edition's past. */
export type Past =
  | { what: "revision"; at: string; revision: PastRevision }
  | { what: "decision"; at: string; decision: PastDecision };

/** Revisions and decisions in one list, the newest first. */
export function past({ revisions, decisions }: History): Past[] {
  const all: Past[] = [
    ...revisions.map((revision): Past => ({ what: "revision", at: revision.at, revision })),
    ...decisions.map((decision): Past => ({ what: "decision", at: decision.at, decision })),
  ];
  return all.sort(newerFirst);
}

/**
 * A decision cuts the revision that it is about in the same moment: it comes after it, and before
 * the next revision.
 */
function newerFirst(a: Past, b: Past): number {
  const apart = Date.parse(b.at) - Date.parse(a.at);
  if (apart !== 0) return apart;
  const [one, other] = [about(a), about(b)];
  if (one !== null && other !== null && one !== other) return other - one;
  return (a.what === "revision" ? 1 : 0) - (b.what === "revision" ? 1 : 0);
}

/** The number of the revision that a line is about. */
function about(line: Past): number | null {
  return line.what === "revision" ? line.revision.revision : line.decision.revision;
}

/** Two revisions to compare, the older first. */
export interface Pair {
  old: number;
  new: number;
}

/** What is compared at first: the newest revision with the one before it. */
export function newestPair(revisions: readonly PastRevision[]): Pair | null {
  if (revisions.length === 0) return null;
  const newest = Math.max(...revisions.map(({ revision }) => revision));
  return { old: before(revisions, newest), new: newest };
}

/** The revision before another one; the first one is compared with itself. */
export function before(revisions: readonly PastRevision[], revision: number): number {
  const earlier = revisions.map((other) => other.revision).filter((number) => number < revision);
  return earlier.length > 0 ? Math.max(...earlier) : revision;
}

/** Choosing a revision for one side keeps the older one on the left. */
export function chosen(pair: Pair, side: keyof Pair, revision: number): Pair {
  const next = { ...pair, [side]: revision };
  return next.old <= next.new ? next : { old: next.new, new: next.old };
}
