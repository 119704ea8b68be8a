import { describe, expect, it } from "vitest";

import type { EditionFate, Finding, FindingCode } from "../../backend";
import { byStory, counts, isHeldBack, mayBeOverridden, overridable } from "./fates";

const WARNINGS: FindingCode[] = [
  "long_headline",
  "missing_alt",
  "missing_caption",
  "missing_credit",
  "photo_waits",
  "no_ukrainian",
  "short_ukrainian",
  "dead_link",
];

function finding(code: FindingCode, at: Partial<Finding> = {}): Finding {
  return {
    code,
    severity: WARNINGS.includes(code) ? "warn" : "stop",
    row: null,
    block: null,
    ...at,
  };
}

function fate(story: string, fate: EditionFate["fate"], ...codes: FindingCode[]): EditionFate {
  const findings = codes.map((code) => finding(code));
  const rest = { path: null, overridden: false, news: null };
  return { story, headline: story, lang: "en", fate, findings, ...rest };
}

it("stories where something is held back come first", () => {
  const stories = byStory([fate("a", "written"), fate("b", "left", "behind"), fate("a", "left")]);
  expect(stories.map(({ story, editions }) => [story, editions.length])).toEqual([
    ["b", 1],
    ["a", 2],
  ]);
});

it("fates are counted", () => {
  expect(counts([fate("a", "written"), fate("b", "written"), fate("c", "notice")])).toEqual({
    written: 2,
    unchanged: 0,
    notice: 1,
    left: 0,
    absent: 0,
  });
});

describe("override", () => {
  it("is for what is behind or changed in its details", () => {
    expect(mayBeOverridden(fate("a", "left", "behind", "details_changed"))).toBe(true);
  });

  it("is never for what is not approved, under embargo or withdrawn", () => {
    for (const code of ["not_approved", "embargo", "withdrawn"] as const) {
      expect(mayBeOverridden(fate("a", "absent", "behind", code))).toBe(false);
    }
  });

  it("is not needed for warnings, nor for what goes out", () => {
    expect(isHeldBack(fate("a", "written", "missing_alt"))).toBe(false);
    expect(
      overridable([fate("a", "left", "missing_alt"), fate("b", "left", "behind")]),
    ).toHaveLength(1);
  });
});
