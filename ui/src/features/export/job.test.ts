import { expect, it } from "vitest";

import type { ExportOutcome } from "../../backend";
import { heard, IDLE, isBusy, refused, started, starting } from "./job";

const outcome: ExportOutcome = {
  to: "/site",
  written: [],
  removed: [],
  unchanged: 3,
  editions: [],
  brought: null,
  server_waits: false,
};

it("a job is followed from its number to its outcome", () => {
  let work = started(starting(true), 7);
  expect(isBusy(work)).toBe(true);
  work = heard(work, { job: 7, state: "progress", done: 2, of: 5, brings: false });
  expect(work).toMatchObject({ state: "working", done: 2, of: 5, brings: false });
  work = heard(work, { job: 7, state: "progress", done: 1, of: 9, brings: true });
  expect(work).toMatchObject({ state: "working", done: 1, of: 9, brings: true });
  work = heard(work, { job: 7, state: "done", outcome, dry_run: true });
  expect(work).toEqual({ state: "done", check: true, outcome });
  expect(isBusy(work)).toBe(false);
});

it("what a quick job says before its number is known is not lost", () => {
  const early = heard(starting(false), { job: 7, state: "done", outcome, dry_run: false });
  expect(started(early, 7)).toEqual({ state: "done", check: false, outcome });
});

it("another job's events change nothing", () => {
  const work = started(starting(true), 7);
  expect(heard(work, { job: 6, state: "cancelled" })).toBe(work);
  expect(heard(IDLE, { job: 6, state: "cancelled" })).toBe(IDLE);
});

it("a job that is refused or fails says why", () => {
  const failure = { code: "export_no_site_folder", params: {} };
  expect(refused(starting(true), failure)).toEqual({ state: "failed", check: true, failure });
  const failed = heard(started(starting(false), 1), { job: 1, state: "failed", failure });
  expect(failed).toEqual({ state: "failed", check: false, failure });
});
