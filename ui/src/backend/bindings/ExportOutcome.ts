import type { EditionFate } from "./EditionFate";

export type ExportOutcome = {
  to: string;
  written: string[];
  removed: string[];
  unchanged: number;
  editions: EditionFate[];
};
