import type { EditionText } from "./EditionText";
import type { Instant } from "./Instant";
import type { Language } from "./Language";

export type ShownEdition = {
  story: string;
  language: Language;
  revision: number | null;
  text: EditionText;
  person: string | null;
  at: Instant | null;
};
