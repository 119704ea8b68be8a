import type { BoardStory, Language } from "../../backend";

export interface Waiting {
  story: string;
  language: Language;
}

/** The editions that wait for somebody who approves these languages, in the board's order. */
export function waiting(stories: readonly BoardStory[], approves: readonly Language[]): Waiting[] {
  return stories.flatMap(({ story, editions }) =>
    editions
      .filter(({ editorial, language }) => editorial === "in_review" && approves.includes(language))
      .map(({ language }) => ({ story, language })),
  );
}

/** The one after `here`, from the top again after the last; none when nothing else waits. */
export function nextWaiting(all: readonly Waiting[], here: Waiting): Waiting | null {
  const at = all.findIndex((one) => isSame(one, here));
  const round = [...all.slice(at + 1), ...all.slice(0, at + 1)];
  return round.find((one) => !isSame(one, here)) ?? null;
}

function isSame(one: Waiting, other: Waiting): boolean {
  return one.story === other.story && one.language === other.language;
}
