import type { Finding, Language } from "../backend";
import type { StoryRoute } from "./route.svelte";

/** Where a finding is to be mended: a row is translated, a block written, a decision reviewed. */
export function placeOf(story: string, language: Language, finding: Finding): StoryRoute {
  const { row, block } = finding;
  const to = (mode: StoryRoute["mode"], more: Partial<StoryRoute> = {}): StoryRoute => ({
    screen: "story",
    story,
    language,
    mode,
    ...more,
  });
  switch (finding.code) {
    case "behind":
      return to("translate", row === null ? {} : { at: { row } });
    case "not_approved":
      return to("review");
    case "no_ukrainian":
      return to("review", { language: "uk" });
    case "short_ukrainian":
      return to("write", { language: "uk" });
    case "details_changed":
    case "embargo":
    case "withdrawn":
    case "address_taken":
    case "missing_credit":
    case "photo_banned":
    case "photo_expired":
    case "photo_waits":
    case "photo_unchecked":
      return to("review", { details: true });
    case "empty_headline":
    case "long_headline":
      return to("write", { at: { block: 1 } });
    case "empty_lead":
    case "missing_media":
    case "unusable_media":
    case "empty_image_slot":
    case "missing_alt":
    case "missing_caption":
    case "dead_link":
      return to("write", block === null ? {} : { at: { block } });
  }
}
