import type { EditionText } from "./EditionText";
import type { Instant } from "./Instant";

export type SaveAnswer = {
  outcome: "saved" | "unchanged" | "conflict";
  save: number;
  revision: number | null;
  kept: number | null;
  at: Instant;
  text: EditionText | null;
};
