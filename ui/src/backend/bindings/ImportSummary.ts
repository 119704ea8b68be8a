import type { ImportRefusal } from "./ImportRefusal";
import type { ImportedStory } from "./ImportedStory";

export type ImportSummary = { stories: ImportedStory[]; refused: ImportRefusal[] };
