import { expect, it } from "vitest";

import type { NameEntry } from "../../backend";
import { named, tidied } from "./names";

const entry = (id: string, names: NameEntry["names"]): NameEntry => ({
  id,
  kind: "author",
  names,
  photo: null,
});

it("a search finds a name in any language, whatever its apostrophe and case", () => {
  const entries = [entry("1", { uk: "Дем’янова", en: "Demianova" }), entry("2", { uk: "Коваль" })];
  expect(named(entries, "дем'ян").map(({ id }) => id)).toEqual(["1"]);
  expect(named(entries, " DEMIAN").map(({ id }) => id)).toEqual(["1"]);
  expect(named(entries, "").length).toBe(2);
});

it("empty names are none", () => {
  expect(tidied({ uk: " Коваль ", en: "", ru: "  " })).toEqual({ uk: "Коваль" });
});
