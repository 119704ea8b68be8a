import type { ImportedStory, Language } from "../../backend";

/** A story that came in, as the summary lists it. */
export interface CameIn {
  story: string;
  languages: Language[];
  /** What a person should look at, in the newsroom's own words. */
  notes: { line: number | null; words: string }[];
  /** Versions that somebody else was faster in: the file's text is kept under this number. */
  keptAside: { language: Language; revision: number }[];
}

/** What came of one story's files. */
export function cameIn({ story, editions, contradictions }: ImportedStory): CameIn {
  return {
    story,
    languages: editions.map(({ language }) => language),
    notes: [
      ...editions.flatMap(({ notes }) => notes.map(([line, words]) => ({ line, words }))),
      ...contradictions.map((words) => ({ line: null, words })),
    ],
    keptAside: editions.flatMap(({ language, kept_aside: revision }) =>
      revision === null ? [] : [{ language, revision }],
    ),
  };
}
