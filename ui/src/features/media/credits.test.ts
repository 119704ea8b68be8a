import { expect, it } from "vitest";

import { uncredited } from "./credits";

it("a photo is without a credit in each language that names nobody", () => {
  expect(uncredited({ credit: { uk: "Міноборони України", ru: " " } })).toEqual(["en", "ru"]);
  expect(uncredited({ credit: { uk: "НБУ", en: "NBU", ru: "НБУ" } })).toEqual([]);
});
