import type { ImportedStory, Note } from "../../backend";
import { t } from "../../i18n";

/** What a person should be told about a story that came in. */
export function remarks({ editions, contradictions }: ImportedStory): string[] {
  const notes = editions.flatMap((edition) => edition.notes.map(worded));
  return [...notes, ...contradictions.map((one) => t("import-contradiction", one))];
}

function worded({ line, remark }: Note): string {
  const { code, ...words } = remark;
  const language = "language" in words ? t(`language-${words.language}`) : "";
  const note = t(`import-note-${code.replaceAll("_", "-")}`, { ...words, language });
  return line === null ? note : t("import-note-line", { line, note });
}
