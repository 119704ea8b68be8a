import { type BoardStory, call, type Language } from "../../backend";

/** How many stories one answer holds. */
const PAGE = 500;

/** Stories that may be chosen: all that are ready, or those that were asked for. */
export async function choosable(
  asked: readonly string[] | undefined,
  language: Language,
): Promise<BoardStory[]> {
  return asked ? listed(asked) : allReady(language);
}

async function allReady(language: Language): Promise<BoardStory[]> {
  const stories: BoardStory[] = [];
  for (;;) {
    const offset = stories.length;
    const query = { filter: "ready" as const, search: "", language, offset, limit: PAGE };
    const page = await call("board", { query });
    stories.push(...page.stories);
    if (page.stories.length === 0 || stories.length >= page.total) return stories;
  }
}

/** A story as the board lists it, from its own view. */
function listed(slugs: readonly string[]): Promise<BoardStory[]> {
  return Promise.all(
    slugs.map(async (story) => {
      const view = await call("story", { story });
      const original = view.editions.find((edition) => edition.language === view.original);
      return {
        story,
        original: view.original,
        headline: original?.headline ?? story,
        place: null,
        authors: [],
        section: view.section,
        embargo: view.embargo,
        changed: "",
        editions: view.editions,
      };
    }),
  );
}
