import type { BoardEdition } from "./BoardEdition";
import type { Instant } from "./Instant";
import type { Language } from "./Language";

export type BoardStory = {
  story: string;
  original: Language;
  headline: string;
  place: string | null;
  authors: string[];
  section: string | null;
  embargo: Instant | null;
  changed: Instant;
  editions: BoardEdition[];
};
