import type { Language } from "./Language";

export type ImageText = { language: Language; block: number; alt: string; caption: string };
