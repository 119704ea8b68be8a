import type { ExportOutcome } from "./ExportOutcome";
import type { Failure } from "./Failure";

export type ExportEvent =
  | { job: number; state: "progress"; done: number; of: number }
  | { job: number; state: "done"; outcome: ExportOutcome; dry_run: boolean }
  | { job: number; state: "failed"; failure: Failure }
  | { job: number; state: "cancelled" };
