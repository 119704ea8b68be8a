import { expect, it } from "vitest";

import { cameIn } from "./summary";

const edition = { file: "a.md", revision: 1, kept_aside: null, notes: [] };

it("notes of all files and contradictions stand in one list", () => {
  const { languages, notes } = cameIn({
    story: "a",
    headline: "",
    editions: [
      {
        ...edition,
        language: "uk",
        notes: [{ line: 3, remark: { code: "furniture", text: "Image" } }],
      },
      {
        ...edition,
        language: "en",
        notes: [{ line: null, remark: { code: "one_section", left: "City" } }],
      },
    ],
    contradictions: [{ what: "date", ours: "a", theirs: "b" }],
  });
  expect(languages).toEqual(["uk", "en"]);
  expect(notes).toHaveLength(3);
  expect(notes[0]).toContain("«Image»");
  expect(notes[1]).toContain("City");
  expect(notes[2]).toContain("date");
});

it("a text that was kept aside is told by its number", () => {
  const editions = [{ ...edition, language: "uk" as const, revision: null, kept_aside: 7 }];
  const { keptAside } = cameIn({ story: "a", headline: "", editions, contradictions: [] });
  expect(keptAside).toEqual([{ language: "uk", revision: 7 }]);
});
