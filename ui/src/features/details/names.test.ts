import { expect, it } from "vitest";

import type { NameEntry } from "../../backend";
import { called, meant, spellings, spelt, told } from "./names";

function entry(names: NameEntry["names"]): NameEntry {
  return { id: Object.values(names).join(), kind: "place", names, photo: null };
}
const kyiv = entry({ uk: "Київ", en: "Kyiv", ru: "Киев" });
const kamianets = entry({ uk: "Кам’янець-Подільський" });
const washington = entry({ uk: "Вашингтон, США", en: "Washington" });

it("a name is spelt as its language does, or as another", () => {
  expect([spelt(kyiv, "en"), spelt(kamianets, "en")]).toEqual(["Kyiv", "Кам’янець-Подільський"]);
  expect(spellings(kyiv)).toEqual(["Київ", "Kyiv", "Киев"]);
});

it("a name is told in every language that it has", () => {
  expect(told(kyiv, "en")).toBe("uk=Київ,en=Kyiv,ru=Киев");
  expect(told(washington, "uk")).toBe("Вашингтон, США");
});

it("a word’s beginning in any language finds it, whatever the apostrophe", () => {
  const all = [kyiv, kamianets, washington];
  expect(meant(all, "ky")).toEqual([kyiv]);
  expect(meant(all, "кам'я")).toEqual([kamianets]);
  expect(meant(all, "сша")).toEqual([washington]);
  expect(meant(all, "")).toHaveLength(3);
  expect(meant(all, "їв")).toEqual([]);
});

it("the whole name is the entry", () => {
  expect(called([kyiv, kamianets], "kyiv ")).toBe(kyiv);
  expect(called([kyiv], "Киї")).toBeUndefined();
});
