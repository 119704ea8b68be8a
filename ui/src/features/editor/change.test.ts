import { describe, expect, it } from "vitest";

import { changeBetween, moved } from "./change";

const apply = (text: string, before: string, next: string) => {
  const change = changeBetween(before, next);
  return change ? text.slice(0, change.from) + change.insert + text.slice(change.to) : text;
};

describe("the change between two texts", () => {
  it("is none between equals", () => {
    expect(changeBetween("дрони", "дрони")).toBeNull();
  });

  it("is the smallest stretch", () => {
    expect(changeBetween("на 2025 рік", "на 2026 рік")).toEqual({ from: 6, to: 7, insert: "6" });
    expect(changeBetween("aa", "aaa")).toEqual({ from: 2, to: 2, insert: "a" });
    expect(changeBetween("aaa", "aa")).toEqual({ from: 2, to: 3, insert: "" });
    expect(changeBetween("", "a")).toEqual({ from: 0, to: 0, insert: "a" });
  });

  it("cuts no sign in two", () => {
    expect(changeBetween("😀", "😁")).toEqual({ from: 0, to: 2, insert: "😁" });
  });

  it("makes the one of the other, whatever they are", () => {
    const words = ["", "a", "ab", "aba", "bab", "😀a", "😁a", "a😀", "a😁", "aab", "aabb"];
    for (const before of words) {
      for (const next of words) expect(apply(before, before, next)).toBe(next);
    }
  });

  it("moves a caret with the text around it", () => {
    const change = { from: 3, to: 5, insert: "xyz" };
    expect([0, 3, 4, 5, 9].map((place) => moved(place, change))).toEqual([0, 3, 4, 6, 10]);
  });
});
