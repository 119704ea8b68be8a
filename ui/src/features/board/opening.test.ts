import { expect, it } from "vitest";

import type { Language } from "../../backend";
import { modeFor, wanted } from "./opening";
import { edition, story } from "./testing";

const editor = { write: ["uk", "en", "ru"], approve: ["en"] } satisfies Record<string, Language[]>;
const behind = { pill: { state: "behind", count: 2 }, behind: 2 } as const;
const inReview = { pill: { state: "in_review" } } as const;

it("an original is opened to be written, a translation to be translated", () => {
  expect(modeFor(edition("uk"), "uk", editor)).toBe("write");
  expect(modeFor(edition("en", behind), "uk", editor)).toBe("translate");
});

it("what is in review is opened to be reviewed, by those who may approve it", () => {
  expect(modeFor(edition("en", inReview), "uk", editor)).toBe("review");
  expect(modeFor(edition("ru", inReview), "uk", editor)).toBe("translate");
});

it("a story opens at what its list was made for", () => {
  const all = story(edition("uk"), edition("en", behind), edition("ru", inReview));
  expect(wanted(all, "open", editor)?.language).toBe("uk");
  expect(wanted(all, "behind", editor)?.language).toBe("en");
  expect(wanted(all, "translate", { ...editor, write: ["ru"] })?.language).toBe("uk");
  expect(wanted(all, "review", editor)?.language).toBe("ru");
  expect(wanted(all, "approve", editor)?.language).toBe("uk");
  expect(wanted(all, "approve", { ...editor, approve: ["ru"] })?.language).toBe("ru");
});
