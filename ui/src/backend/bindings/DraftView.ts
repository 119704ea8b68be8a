import type { EditionText } from "./EditionText";
import type { Instant } from "./Instant";
import type { Language } from "./Language";

export type DraftView = {
  story: string;
  language: Language;
  original: Language;
  save: number;
  text: EditionText;
  seen: number | null;
  revision: number | null;
  person: string | null;
  at: Instant | null;
};
