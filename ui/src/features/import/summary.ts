import type { Contradiction, ImportedStory, Language, Note } from "../../backend";
import { t } from "../../i18n";

/** A story that came in, as the summary lists it. */
export interface CameIn {
  story: string;
  /** The original’s, or the story’s name while there is none. */
  headline: string;
  languages: Language[];
  /** What a person should look at. */
  notes: string[];
  /** Versions that somebody else was faster in: the file's text is kept under this number. */
  keptAside: { language: Language; revision: number }[];
}

/** What came of one story's files. */
export function cameIn({ story, headline, editions, contradictions }: ImportedStory): CameIn {
  return {
    story,
    headline: headline || story,
    languages: editions.map(({ language }) => language),
    notes: [
      ...editions.flatMap(({ notes }) => notes.map(noted)),
      ...contradictions.map(contradicted),
    ],
    keptAside: editions.flatMap(({ language, kept_aside: revision }) =>
      revision === null ? [] : [{ language, revision }],
    ),
  };
}

function noted({ line, remark }: Note): string {
  const { code, ...words } = remark;
  const language = "language" in words ? t(`language-${words.language}`) : "";
  const note = t(`import-note-${code.replaceAll("_", "-")}`, { ...words, language });
  return line === null ? note : t("import-note-line", { line: String(line), note });
}

function contradicted({ what, ours, theirs }: Contradiction): string {
  return t("import-contradiction", { what, ours, theirs });
}
