import type { BlockKind } from "./BlockKind";
import type { RowState } from "./RowState";

export type Row = {
  row: number;
  kind: BlockKind;
  block: number | null;
  original: number[];
  state: RowState;
  coming: boolean;
};
