import type { Language, Media } from "../../backend";
import { LANGUAGES } from "../../i18n";

/** The languages in which nobody is named for a photo. */
export function uncredited({ credit }: Pick<Media, "credit">): Language[] {
  return LANGUAGES.filter((language) => !credit[language]?.trim());
}
