import { expect, it } from "vitest";
import type { Care } from "../../backend";
import { held } from "./care";

const nothing: Care = {
  origin: null,
  until: null,
  banned: false,
  shows: [],
  struck: null,
  checked: null,
};
const today = "2026-03-05";
const checked = { by: "1", name: "Олена", at: "2026-03-05T10:00:00Z" };

it("a photo of which nobody said anything may leave", () => {
  expect(held(nothing, today)).toBeNull();
  expect(held({ ...nothing, origin: "agency", until: today }, today)).toBeNull();
});

it("the first of what keeps it is told", () => {
  const unchecked: Care = { ...nothing, shows: ["person"] };
  expect(held(unchecked, today)).toBe("photo_unchecked");
  expect(held({ ...unchecked, checked }, today)).toBeNull();
  expect(held({ ...unchecked, until: "2026-03-04" }, today)).toBe("photo_expired");
  expect(held({ ...unchecked, until: "2026-03-04", banned: true }, today)).toBe("photo_banned");
});
