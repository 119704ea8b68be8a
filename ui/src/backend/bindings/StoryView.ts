import type { Instant } from "./Instant";
import type { Language } from "./Language";
import type { NameEntry } from "./NameEntry";
import type { StoryEdition } from "./StoryEdition";
import type { StoryImage } from "./StoryImage";

export type StoryView = {
  story: string;
  original: Language;
  place: NameEntry | null;
  source: NameEntry | null;
  authors: NameEntry[];
  when: string | null;
  section: string | null;
  tags: string[];
  embargo: Instant | null;
  views: number | null;
  first_published: Instant | null;
  editions: StoryEdition[];
  images: StoryImage[];
};
