import type { Failure, Instant } from "../backend";

export type Saved =
  | { state: "none" }
  | { state: "saving" }
  | { state: "saved"; at: Instant }
  | { state: "failed"; failure: Failure; text: () => string };

let current = $state.raw<Saved>({ state: "none" });

/** Whether what was typed is on the disk. The one who saves says so here; nobody else does. */
export const saved = {
  get now(): Saved {
    return current;
  },
  /** A save is on its way. A failure stays in sight until a save succeeds. */
  saving(): void {
    if (current.state !== "failed") current = { state: "saving" };
  },
  /** The disk has it. */
  at(at: Instant): void {
    current = { state: "saved", at };
  },
  /** The disk has it not; `text` is what “copy text” takes. */
  failed(failure: Failure, text: () => string): void {
    current = { state: "failed", failure, text };
  },
  /** Nothing is being written any more. Not to be said of text that is not on the disk. */
  none(): void {
    current = { state: "none" };
  },
};
