import type { Language } from "./Language";
import type { Theme } from "./Theme";

export type Settings = {
  language: Language | null;
  theme: Theme;
  text_size: number;
  incoming: string | null;
};
