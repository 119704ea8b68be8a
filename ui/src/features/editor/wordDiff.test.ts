import { describe, expect, it } from "vitest";

import { wordDiff } from "./wordDiff";

const shown = (old: string, now: string) =>
  wordDiff(old, now)
    .map(({ change, text }) =>
      change === "kept" ? text : `${change === "added" ? "+" : "-"}(${text})`,
    )
    .join("");

describe("the difference of two texts", () => {
  it("is told by words", () => {
    expect(shown("контракти на 2025 рік", "контракти на 2026 рік")).toBe(
      "контракти на -(2025)+(2026) рік",
    );
    expect(shown("об’єднання сил", "обʼєднання сил")).toBe("-(об’єднання)+(обʼєднання) сил");
  });

  it("of equals is none, and of nothing all", () => {
    expect(wordDiff("те саме", "те саме")).toEqual([{ change: "kept", text: "те саме" }]);
    expect(wordDiff("", "нове")).toEqual([{ change: "added", text: "нове" }]);
    expect(wordDiff("", "")).toEqual([]);
  });

  it("holds both texts whole, whatever they are", () => {
    const texts = ["", "a b c", "a c", "c b a", "😀 a\n\nb", "a\n\nb, c", "x ".repeat(2000)];
    for (const old of texts) {
      for (const now of texts) {
        const runs = wordDiff(old, now);
        const side = (gone: string) =>
          runs.flatMap(({ change, text }) => (change === gone ? [] : [text])).join("");
        expect(side("added")).toBe(old);
        expect(side("removed")).toBe(now);
      }
    }
  });
});
