import type { EditionText } from "./EditionText";
import type { Instant } from "./Instant";
import type { Language } from "./Language";
import type { TranslateRow } from "./TranslateRow";

export type TranslateView = {
  story: string;
  language: Language;
  original: Language;
  original_revision: number | null;
  original_approved: Instant | null;
  save: number;
  content: string | null;
  revision: number | null;
  seen: number | null;
  text: EditionText;
  behind: number;
  coming: number;
  fresh: number;
  rows: TranslateRow[];
};
