import { beforeEach, expect, it, vi } from "vitest";

import type { ExportEvent, ExportOutcome } from "../../backend";

const shell = vi.hoisted(() => ({
  calls: [] as [string, Record<string, unknown>][],
  hear: (_event: ExportEvent) => {},
  jobs: 0,
}));

vi.mock("../../backend", async () => ({
  Failure: (await import("../../backend/failure")).Failure,
  operation: () => "once",
  listen: (_name: string, handler: (event: ExportEvent) => void) => {
    shell.hear = handler;
    return () => {};
  },
  call: async (name: string, args: Record<string, unknown>) => {
    shell.calls.push([name, args]);
    if (name === "cancel_export") return null;
    shell.jobs += 1;
    return { job: shell.jobs };
  },
}));
vi.mock("../../state", () => ({
  route: () => ({ screen: "export" }),
  go: vi.fn(),
  say: vi.fn(),
  sayFailed: vi.fn(),
}));

const { exporting } = await import("./exporting.svelte");

const outcome: ExportOutcome = {
  to: "/site",
  written: [],
  removed: [],
  unchanged: 0,
  editions: [],
  brought: null,
  server_waits: false,
};
const wish = (story: string) => ({
  stories: [story],
  languages: ["uk" as const],
  to: null,
  override_reason: null,
});
const names = () => shell.calls.map(([name]) => name);
const settled = () => new Promise((done) => setTimeout(done));

beforeEach(async () => {
  if (exporting.work.state === "working") {
    shell.hear({ job: shell.jobs, state: "cancelled" });
    await settled();
  }
  exporting.forget();
  shell.calls = [];
});

it("a check is followed to its outcome", async () => {
  exporting.check(wish("a"));
  await settled();
  shell.hear({ job: shell.jobs, state: "done", outcome, dry_run: true });
  expect(exporting.work).toEqual({ state: "done", check: true, outcome });
  expect(names()).toEqual(["preflight"]);
});

it("a check gives way to one for another choice, and that one begins when it has ended", async () => {
  exporting.check(wish("a"));
  await settled();
  exporting.check(wish("b"));
  exporting.check(wish("c"));
  expect(names()).toEqual(["preflight", "cancel_export", "cancel_export"]);
  shell.hear({ job: shell.jobs, state: "cancelled" });
  await settled();
  expect(names().at(-1)).toBe("preflight");
  expect(exporting.request).toEqual(wish("c"));
});

it("what is stopped begins nothing new", async () => {
  exporting.run(wish("a"));
  await settled();
  exporting.cancel();
  shell.hear({ job: shell.jobs, state: "cancelled" });
  await settled();
  expect(exporting.work).toEqual({ state: "cancelled", check: false });
  expect(names()).toEqual(["export", "cancel_export"]);
});
