import type { BlockKind } from "./BlockKind";
import type { Run } from "./Run";

export type ReviewBlock = {
  block: number | null;
  kind: BlockKind;
  state: "same" | "changed" | "added" | "removed" | "moved";
  runs: Run[];
};
