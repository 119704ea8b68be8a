import type { BoardEdition, BoardFilter, BoardStory, Language, Me } from "../../backend";
import type { Mode } from "../../state";

type Rights = Pick<Me, "write" | "approve">;

/** The mode that an edition's pill calls for. */
export function modeFor(edition: BoardEdition, original: Language, me: Rights): Mode {
  const isOriginal = edition.language === original;
  if (edition.pill.state === "in_review" && me.approve.includes(edition.language)) return "review";
  return isOriginal ? "write" : "translate";
}

/** The edition that a person wants who opens a story as a whole: what the list was made for. */
export function wanted(story: BoardStory, filter: BoardFilter, me: Rights): BoardEdition | null {
  const ofOriginal = story.editions.find(({ language }) => language === story.original);
  const isWanted = WANTED[filter];
  return story.editions.find((edition) => isWanted?.(edition, story, me)) ?? ofOriginal ?? null;
}

type IsWanted = (edition: BoardEdition, story: BoardStory, me: Rights) => boolean;

const inReview: IsWanted = ({ pill }) => pill.state === "in_review";

const WANTED: Partial<Record<BoardFilter, IsWanted>> = {
  approve: (edition, story, me) =>
    me.approve.includes(edition.language) && (inReview(edition, story, me) || edition.second_look),
  behind: ({ behind }) => behind > 0,
  review: inReview,
  translate: ({ language, behind, rows, written }, { original }, me) =>
    language !== original && me.write.includes(language) && (behind > 0 || written < rows),
};
