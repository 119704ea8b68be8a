import type { Failure, Instant, UnsavedText } from "../backend";

/** A text that the database does not take, and why. */
export interface Unsaved {
  failure: Failure;
  /** What “copy text” takes. */
  plain: () => string;
  /** What is written into a folder. */
  texts: () => UnsavedText[];
}

export type Saved =
  | { state: "none" }
  | { state: "saving" }
  | { state: "saved"; at: Instant }
  | ({ state: "failed" } & Unsaved)
  /** It is on the disk, in its journal; `pending` when something was typed since. */
  | ({ state: "kept"; at: Instant; pending: boolean } & Unsaved);

let current = $state.raw<Saved>({ state: "none" });

/** Whether what was typed is on the disk. The one who saves says so here; nobody else does. */
export const saved = {
  get now(): Saved {
    return current;
  },
  /** A save is on its way. A failure stays in sight until a save succeeds. */
  saving(): void {
    if (current.state !== "failed" && current.state !== "kept") current = { state: "saving" };
  },
  /** The disk has it. */
  at(at: Instant): void {
    current = { state: "saved", at };
  },
  /** The disk has it not. */
  failed(unsaved: Unsaved): void {
    current = { state: "failed", ...unsaved };
  },
  /** The journal has it, and the database does not. */
  kept(unsaved: Unsaved, at: Instant, pending: boolean): void {
    current = { state: "kept", at, pending, ...unsaved };
  },
  /** Nothing is being written any more. Not to be said of text that is not on the disk. */
  none(): void {
    current = { state: "none" };
  },
};
