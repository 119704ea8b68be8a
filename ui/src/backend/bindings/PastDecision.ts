import type { DecisionKind } from "./DecisionKind";
import type { Instant } from "./Instant";

export type PastDecision = {
  kind: DecisionKind;
  person: string;
  at: Instant;
  revision: number | null;
  note: string | null;
};
