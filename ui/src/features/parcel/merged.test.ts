import { expect, it } from "vitest";

import type { MergedField } from "../../backend";
import { differing, fieldName, putTogether } from "./merged";

const fields: MergedField[] = [
  { field: "headline", pieces: [{ piece: "kept", text: "Трамваї" }] },
  {
    field: "lead",
    pieces: [
      { piece: "kept", text: "У місті " },
      { piece: "ours", base: "два", text: "три" },
      { piece: "kept", text: " нові " },
      { piece: "theirs", base: "маршрути", text: "лінії" },
      { piece: "both", base: ".", text: "!" },
    ],
  },
  {
    field: "body",
    pieces: [
      { piece: "conflict", base: "о шостій", ours: "о п’ятій", theirs: "о сьомій" },
      { piece: "kept", text: " ранку\n\n" },
      { piece: "conflict", base: "Далі буде.", ours: "", theirs: "Це все." },
    ],
  },
  { field: "variant.push", pieces: [{ piece: "theirs", base: "", text: "Трамвай" }] },
];

it("what either changed is in the text, and each conflict as it was chosen", () => {
  expect(putTogether(fields, "together", ["theirs", "ours"])).toEqual({
    headline: "Трамваї",
    lead: "У місті три нові лінії!",
    body: "о сьомій ранку\n\n",
    variants: { push: "Трамвай" },
  });
});

it("one text can be taken as it is, whatever was chosen", () => {
  expect(putTogether(fields, "ours", ["theirs", "theirs"])).toEqual({
    headline: "Трамваї",
    lead: "У місті три нові маршрути!",
    body: "о п’ятій ранку\n\n",
    variants: { push: "" },
  });
  expect(putTogether(fields, "theirs", ["ours"])).toMatchObject({
    lead: "У місті два нові лінії!",
    body: "о сьомій ранку\n\nЦе все.",
  });
});

it("fields that both left as they were are not shown, and conflicts are counted through", () => {
  const shown = differing(fields);
  expect(shown.map(({ field }) => field)).toEqual(["lead", "body", "variant.push"]);
  const conflicts = shown.flatMap(({ pieces }) => pieces.map(({ conflict }) => conflict));
  expect(conflicts.filter((number) => number !== null)).toEqual([0, 1]);
});

it("fields are called as in the history", () => {
  expect(fieldName("lead")).toBe("Лід");
  expect(fieldName("variant.push")).toBe("Пуш");
});
