import { describe, expect, it } from "vitest";

import type { Run, TranslateRow } from "../../backend";
import { isFirst, nextOf, replaced } from "./row";

const kept = (text: string): Run => ({ change: "kept", text });
const removed = (text: string): Run => ({ change: "removed", text });
const added = (text: string): Run => ({ change: "added", text });

describe("what changed in the original", () => {
  it("is told when one thing became another", () => {
    expect(replaced([kept("на "), removed("2025"), added("2026"), kept(" рік")])).toEqual({
      from: "2025",
      to: "2026",
    });
  });

  it("is left to the text when it is more, or long", () => {
    expect(replaced(null)).toBeNull();
    expect(replaced([added("нове")])).toBeNull();
    expect(replaced([removed("а"), added("б"), kept(" "), added("в")])).toBeNull();
    expect(replaced([removed("а"), added("б".repeat(50))])).toBeNull();
  });
});

describe("a first translation", () => {
  const rows = (missing: number) =>
    Array.from({ length: 9 }, (_, at) => ({
      state: at < missing ? "missing" : "fresh",
    })) as TranslateRow[];

  it("has many rows to be written, and was never approved", () => {
    expect(isFirst(rows(9), false)).toBe(true);
    expect(isFirst(rows(3), false)).toBe(true);
    expect(isFirst(rows(2), false)).toBe(false);
    expect(isFirst(rows(9), true)).toBe(false);
  });
});

describe("the next row", () => {
  const odd = (one: number) => one % 2 === 1;

  it("is looked for round and round, both ways", () => {
    expect(nextOf([1, 2, 3, 4], 0, 1, odd)).toBe(3);
    expect(nextOf([1, 2, 3, 4], 2, 1, odd)).toBe(1);
    expect(nextOf([1, 2, 3, 4], 0, -1, odd)).toBe(3);
    expect(nextOf([1, 2, 4], 0, 1, odd)).toBe(1);
  });

  it("from before the first is the first", () => {
    expect(nextOf([1, 2, 3], -1, 1, odd)).toBe(1);
  });

  it("is none when it holds for none", () => {
    expect(nextOf([2, 4], 0, 1, odd)).toBeNull();
    expect(nextOf([], 0, 1, odd)).toBeNull();
  });
});
