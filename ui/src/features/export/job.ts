import type { ExportEvent, ExportOutcome, Failure } from "../../backend";

/** An export, or the check before it, as the window follows it. */
export type Work =
  | { state: "idle" }
  | { state: "starting"; check: boolean; early: ExportEvent[] }
  | { state: "working"; check: boolean; job: number; done: number; of: number; brings: boolean }
  | { state: "done"; check: boolean; outcome: ExportOutcome }
  | { state: "failed"; check: boolean; failure: Pick<Failure, "code" | "params"> }
  | { state: "cancelled"; check: boolean };

export const IDLE: Work = { state: "idle" };

/** The job was asked for; its number is not known yet. */
export function starting(check: boolean): Work {
  return { state: "starting", check, early: [] };
}

/** The job's number came; a quick job's events may have come before it. */
export function started(work: Work, job: number): Work {
  if (work.state !== "starting") return work;
  const begun: Work = { state: "working", check: work.check, job, done: 0, of: 0, brings: false };
  return work.early.reduce(heard, begun);
}

/** The job was refused before it began. */
export function refused(work: Work, failure: Pick<Failure, "code" | "params">): Work {
  return work.state === "starting" ? { state: "failed", check: work.check, failure } : work;
}

/** An event of some job; those of other jobs change nothing. */
export function heard(work: Work, event: ExportEvent): Work {
  if (work.state === "starting") return { ...work, early: [...work.early, event] };
  if (work.state !== "working" || work.job !== event.job) return work;
  const { check } = work;
  switch (event.state) {
    case "progress":
      return { ...work, done: event.done, of: event.of, brings: event.brings };
    case "done":
      return { state: "done", check, outcome: event.outcome };
    case "failed":
      return { state: "failed", check, failure: event.failure };
    case "cancelled":
      return { state: "cancelled", check };
  }
}

/** Whether the newsroom is at work for us. */
export function isBusy(work: Work): boolean {
  return work.state === "starting" || work.state === "working";
}
