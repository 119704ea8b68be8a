import { expect, it } from "vitest";

import { cameIn } from "./summary";

const edition = { file: "a.md", revision: 1, kept_aside: null, notes: [] };

it("notes of all files and contradictions stand in one list", () => {
  const { languages, notes } = cameIn({
    story: "a",
    editions: [
      { ...edition, language: "uk", notes: [[3, "first"]] },
      { ...edition, language: "en", notes: [[null, "second"]] },
    ],
    contradictions: ["third"],
  });
  expect(languages).toEqual(["uk", "en"]);
  expect(notes).toEqual([
    { line: 3, words: "first" },
    { line: null, words: "second" },
    { line: null, words: "third" },
  ]);
});

it("a text that was kept aside is told by its number", () => {
  const editions = [{ ...edition, language: "uk" as const, revision: null, kept_aside: 7 }];
  const { keptAside } = cameIn({ story: "a", editions, contradictions: [] });
  expect(keptAside).toEqual([{ language: "uk", revision: 7 }]);
});
