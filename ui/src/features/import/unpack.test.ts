import { expect, it } from "vitest";

import type { StoryView, Taken } from "../../backend";
import { cameOf } from "./unpack";

const view = {
  story: "trams",
  original: "uk",
  editions: [
    { language: "uk", headline: "Трамваї" },
    { language: "en", headline: "Trams" },
    { language: "ru", headline: "" },
  ],
} as StoryView;

const nothing: Taken = {
  story: "trams",
  is_new: false,
  revisions: [],
  decisions: 0,
  media: 0,
  people: [],
  differing: [],
  differing_details: [],
};

it("a parcel whose all is here says so, and lists the texts that there are", () => {
  const { headline, languages, notes } = cameOf(nothing, view);
  expect(headline).toBe("Трамваї");
  expect(languages).toEqual(["uk", "en"]);
  expect(notes).toEqual(["Усе з цього пакунка в редакції вже є."]);
});

it("what came is counted, and whatever a person should know is a note of its own", () => {
  const taken: Taken = {
    ...nothing,
    revisions: [{ language: "en", number: 4 }],
    decisions: 2,
    people: ["Олена Дячук"],
    differing: [{ language: "en", base: 2, ours: 3, theirs: 4 }],
    differing_details: ["section", "tags"],
  };
  const { languages, notes } = cameOf(taken, view);
  expect(languages).toEqual(["en"]);
  expect(notes).toHaveLength(5);
  expect(notes[0]).toContain("правок – 1, рішень – 2, фото – 0");
  expect(notes[2]).toContain("правка 4");
  expect(notes[3]).toContain("Рубрика, Теги");
  expect(notes[4]).toContain("Олена Дячук");
});
