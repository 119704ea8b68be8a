import { expect, it } from "vitest";

import { allToggled, isEmpty, toggled } from "./selection";

it("a story is chosen and let go", () => {
  const chosen = toggled(new Set(["a"]), "b");
  expect([...chosen]).toEqual(["a", "b"]);
  expect([...toggled(chosen, "a")]).toEqual(["b"]);
});

it("all that are shown are chosen at once, or none", () => {
  expect([...allToggled(new Set(["a"]), ["a", "b"])]).toEqual(["a", "b"]);
  expect([...allToggled(new Set(["a", "b"]), ["a", "b"])]).toEqual([]);
});

it("what is not shown stays chosen", () => {
  expect([...allToggled(new Set(["far", "a"]), ["a"])]).toEqual(["far"]);
});

it("nothing leaves without a story or without a language", () => {
  expect(isEmpty({ stories: new Set(), languages: new Set(["uk"]) })).toBe(true);
  expect(isEmpty({ stories: new Set(["a"]), languages: new Set() })).toBe(true);
  expect(isEmpty({ stories: new Set(["a"]), languages: new Set(["uk"]) })).toBe(false);
});
