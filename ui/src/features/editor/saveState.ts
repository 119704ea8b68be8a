import type { EditionText, Instant } from "../../backend";

/** Why a text is not on disk. */
export interface Refusal {
  code: string;
  params: Record<string, string>;
}

/** Two texts on the same draft; both are kept. */
export interface Conflict {
  theirs: EditionText;
  /** Our text's revision. */
  kept: number | null;
  /** The save counter of their text. */
  save: number;
  at: Instant;
}

export type SaveState =
  | { state: "saved"; at: Instant | null }
  | { state: "saving" }
  | { state: "failed"; failure: Refusal }
  /** The database did not take it, the journal did; `pending` when something was typed since. */
  | { state: "kept"; failure: Refusal; at: Instant; pending: boolean }
  | { state: "conflict"; conflict: Conflict };

/** Whether two states are shown alike. */
export function same(one: SaveState, other: SaveState): boolean {
  if (one.state === "saved" && other.state === "saved") return one.at === other.at;
  if (one.state === "failed" && other.state === "failed") return one.failure === other.failure;
  if (one.state === "kept" && other.state === "kept") {
    return one.at === other.at && one.pending === other.pending && one.failure === other.failure;
  }
  if (one.state === "conflict" && other.state === "conflict") {
    return one.conflict === other.conflict;
  }
  return one.state === other.state;
}
