import type { Language, StoryEdition, StoryView, WithdrawKind } from "../../backend";

/** What a decision is about: the story, or one edition of it. */
export type Scope = "story" | Language;

/** What readers find at an edition's address. */
export type Seen = "withdrawn" | "held" | "out" | "never";

/** What readers find now, or will after the next export where that is decided already. */
export function seen(story: StoryView, edition: StoryEdition): Seen {
  const { state } = edition.pill;
  if (state === "withdrawn" || state === "held") return state;
  return isOut(story, edition) ? "out" : "never";
}

/**
 * Whether the page may be on the site. Under an embargo or a withdrawal the newsroom says no more
 * than that the story was exported.
 */
export function isOut(story: StoryView, { publication }: StoryEdition): boolean {
  if (publication === "withdrawn" || publication === "embargoed") {
    return story.first_published !== null;
  }
  return publication !== "never";
}

/** The editions that a decision changes. */
export function affected(story: StoryView, scope: Scope): StoryEdition[] {
  return story.editions.filter(({ language }) => scope === "story" || language === scope);
}

/** Whether a decision would change anything: the newsroom refuses one that does not. */
export function changes(story: StoryView, scope: Scope, kind: WithdrawKind): boolean {
  const states = affected(story, scope).map((edition) => seen(story, edition));
  if (kind === "reinstated") return states.some((is) => is === "withdrawn" || is === "held");
  return states.some((is) => is !== kind);
}

/** What becomes of an edition's page with the next export. */
export type After = "notice" | "text" | "nothing" | "still_notice";

export function becomes(story: StoryView, edition: StoryEdition, kind: WithdrawKind): After {
  const out = isOut(story, edition);
  if (kind !== "reinstated") return out ? "notice" : "nothing";
  if (edition.approved_revision !== null) return "text";
  return out ? "still_notice" : "nothing";
}
