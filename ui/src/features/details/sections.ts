import { t } from "../../i18n";

/** The sections that the desk suggests; any other may be typed. */
const SECTIONS = [
  "war",
  "politics",
  "economy",
  "society",
  "world",
  "kyiv",
  "incidents",
  "health",
  "culture",
  "sports",
  "technology",
] as const;

/** Their names in the window's language that have a word beginning as typed. */
export function sections(typed: string): string[] {
  const wanted = typed.trim().toLocaleLowerCase();
  return SECTIONS.map((section) => t(`section-${section}`)).filter((name) =>
    name.toLocaleLowerCase().startsWith(wanted),
  );
}
