import { expect, it } from "vitest";

import type { PastDecision, PastRevision } from "../../backend";
import { before, chosen, newestPair, past } from "./past";

function revision(number: number, at: string): PastRevision {
  return {
    revision: number,
    parent: null,
    person: "N. Koval",
    at,
    reason: "write",
    content_hash: `c${number}`,
  };
}

function decision(kind: PastDecision["decision"], at: string): PastDecision {
  return { decision: kind, person: "O. Hnatiuk", at, revision: null, note: null };
}

it("revisions and decisions stand in one list, the newest first", () => {
  const list = past({
    revisions: [revision(1, "2025-01-20T09:00:00Z"), revision(2, "2025-01-20T10:00:00Z")],
    decisions: [
      decision("submit", "2025-01-20T10:00:00Z"),
      decision("approve", "2025-01-20T11:00:00Z"),
    ],
  });
  expect(
    list.map((entry) =>
      entry.what === "revision" ? entry.revision.revision : entry.decision.decision,
    ),
  ).toEqual(["approve", "submit", 2, 1]);
});

it("what happened in one moment stands by revisions", () => {
  const at = "2025-01-20T09:00:00Z";
  const of = (kind: PastDecision["decision"], revision: number) => ({
    ...decision(kind, at),
    revision,
  });
  const list = past({
    revisions: [revision(1, at), revision(2, at)],
    decisions: [of("approve", 2), of("submit", 2), of("approve", 1), of("submit", 1)],
  });
  expect(
    list.map((entry) =>
      entry.what === "revision"
        ? entry.revision.revision
        : `${entry.decision.decision} ${entry.decision.revision}`,
    ),
  ).toEqual(["approve 2", "submit 2", 2, "approve 1", "submit 1", 1]);
});

it("the newest two are compared at first", () => {
  const all = [
    revision(3, "2025-01-20T09:00:00Z"),
    revision(1, "2025-01-20T09:00:00Z"),
    revision(2, "2025-01-20T09:00:00Z"),
  ];
  expect(newestPair(all)).toEqual({ old: 2, new: 3 });
  expect(newestPair(all.slice(0, 1))).toEqual({ old: 3, new: 3 });
  expect(newestPair([])).toBeNull();
});

it("the older one is always on the left", () => {
  expect(chosen({ old: 2, new: 3 }, "new", 1)).toEqual({ old: 1, new: 2 });
  expect(chosen({ old: 2, new: 3 }, "old", 1)).toEqual({ old: 1, new: 3 });
});

it("a revision is compared with the one before it, the first with itself", () => {
  const at = "2025-01-20T09:00:00Z";
  const all = [revision(5, at), revision(2, at), revision(1, at)];
  expect([before(all, 5), before(all, 1)]).toEqual([2, 1]);
});
