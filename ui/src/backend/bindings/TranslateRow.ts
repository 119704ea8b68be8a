import type { BlockKind } from "./BlockKind";
import type { FactPair } from "./FactPair";
import type { Instant } from "./Instant";
import type { RowState } from "./RowState";
import type { Run } from "./Run";
import type { Suggestion } from "./Suggestion";

export type TranslateRow = {
  row: number;
  id: string;
  kind: BlockKind;
  state: RowState;
  coming: boolean;
  block: number | null;
  field: "headline" | "lead" | "body" | null;
  start: number | null;
  end: number | null;
  translation: string;
  originals: number[];
  original: string;
  diff: Run[] | null;
  changed_at: Instant | null;
  changed_by: string | null;
  facts: FactPair[];
  kept: string[];
  suggestions: Suggestion[];
};
