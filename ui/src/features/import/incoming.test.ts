import { expect, it } from "vitest";

import type { Picked } from "../../backend";
import { isParcel, isPicture, saidLanguage, together } from "./incoming";

const file = (name: string): Picked => ({ token: name, name, bytes: 10 });

it("a picture is told by its ending", () => {
  expect(["a.JPG", "b.webp", "c.md", "png.txt"].map((name) => isPicture(file(name)))).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

it("a parcel is told by its ending", () => {
  expect(["a.shpalta", "b.SHPALTA", "shpalta.md"].map((name) => isParcel(file(name)))).toEqual([
    true,
    true,
    false,
  ]);
});

it("a file that is chosen twice comes in once", () => {
  const all = together([file("a.md")], [file("b.md"), file("a.md")]);
  expect(all.map(({ name }) => name)).toEqual(["a.md", "b.md"]);
});

it("a name says a language at its end only", () => {
  expect(
    ["ministers.en.md", "ministers.UK.txt", "en.notes.md", "ministers.md"].map((name) =>
      saidLanguage(file(name)),
    ),
  ).toEqual(["en", "uk", null, null]);
});
