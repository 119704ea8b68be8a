import type { Language } from "./Language";

export type ImportedStory = { story: string; headline: string; languages: Language[]; warnings: string[] };
