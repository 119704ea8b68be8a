import { expect, it } from "vitest";

import { toSee, whereIs } from "./place";

const list =
  (...keys: string[]) =>
  (index: number) =>
    keys[index];

it("a row is found again where it went", () => {
  expect(whereIs("b", 1, list("a", "b", "c"))).toBe(1);
  expect(whereIs("b", 1, list("new", "a", "b", "c"))).toBe(2);
  expect(whereIs("c", 2, list("c", "a", "b"))).toBe(0);
  expect(whereIs("gone", 1, list("a", "b"))).toBeNull();
});

it("one scrolls no further than it takes to see a row", () => {
  expect(toSee(100, 50, 80, 200)).toBe(80);
  expect(toSee(100, 50, 120, 200)).toBe(100);
  expect(toSee(300, 50, 80, 200)).toBe(150);
});
