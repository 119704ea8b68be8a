import type { Instant } from "./Instant";
import type { Language } from "./Language";

export type Present = { person: string; language: Language; at: Instant };
