import type { ImageText } from "./ImageText";
import type { Language } from "./Language";

export type StoryImage = {
  media: string | null;
  file_name: string;
  size: [number, number] | null;
  credit: Partial<Record<Language, string>>;
  texts: ImageText[];
};
