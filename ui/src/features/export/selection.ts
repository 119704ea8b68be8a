import type { BoardStory, Language } from "../../backend";

/** What is to leave: stories and languages; every story in every one of the languages. */
export interface Selection {
  stories: ReadonlySet<string>;
  languages: ReadonlySet<Language>;
}

/** The set with the item put in or taken out. */
export function toggled<T>(set: ReadonlySet<T>, item: T): ReadonlySet<T> {
  const next = new Set(set);
  if (!next.delete(item)) next.add(item);
  return next;
}

/** All of the shown ones chosen, or, when they are already, none of them. */
export function allToggled(
  chosen: ReadonlySet<string>,
  shown: readonly string[],
): ReadonlySet<string> {
  const all = shown.every((story) => chosen.has(story));
  const next = new Set(chosen);
  for (const story of shown) {
    if (all) next.delete(story);
    else next.add(story);
  }
  return next;
}

/** The chosen stories in the order in which they are shown. */
export function inOrder(chosen: ReadonlySet<string>, shown: readonly BoardStory[]): string[] {
  return shown.map(({ story }) => story).filter((story) => chosen.has(story));
}

export function isEmpty({ stories, languages }: Selection): boolean {
  return stories.size === 0 || languages.size === 0;
}
