import { describe, expect, it } from "vitest";

import type { Language, Pill, Publication, StoryEdition, StoryView } from "../../backend";
import { affected, becomes, changes, seen } from "./readers";

type Told = [Pill["state"], Publication, approved?: number];

function story(out: boolean, ...told: Told[]): StoryView {
  const editions = (["uk", "en", "ru"] as const).map((language: Language, at) => {
    const [state, publication, approved] = told[at] ?? ["not_started", "never"];
    return { language, pill: { state }, publication, approved_revision: approved ?? null };
  });
  const first_published = out ? "2025-01-20T09:56:00Z" : null;
  return { editions, first_published } as unknown as StoryView;
}
const edition = (of: StoryView, at: number) => of.editions[at] as StoryEdition;

describe("what readers see", () => {
  const of = story(
    true,
    ["exported", "exported", 3],
    ["held", "withdrawn", 2],
    ["approved", "never", 1],
  );

  it("is the page, a notice or nothing", () => {
    expect(of.editions.map((each) => seen(of, each))).toEqual(["out", "held", "never"]);
  });

  it("changes by a decision that is not in force", () => {
    expect(changes(of, "en", "held")).toBe(false);
    expect(changes(of, "en", "withdrawn")).toBe(true);
    expect(changes(of, "story", "held")).toBe(true);
    expect(changes(of, "uk", "reinstated")).toBe(false);
    expect(changes(of, "story", "reinstated")).toBe(true);
  });

  it("becomes a notice where a page was out", () => {
    expect(affected(of, "story").map((each) => becomes(of, each, "withdrawn"))).toEqual([
      "notice",
      "notice",
      "nothing",
    ]);
  });

  it("becomes the approved text again, if there is one", () => {
    expect(becomes(of, edition(of, 1), "reinstated")).toBe("text");
    const revoked = story(true, ["withdrawn", "withdrawn"]);
    expect(becomes(revoked, edition(revoked, 0), "reinstated")).toBe("still_notice");
    const unpublished = story(false, ["withdrawn", "withdrawn"]);
    expect(becomes(unpublished, edition(unpublished, 0), "reinstated")).toBe("nothing");
  });
});
