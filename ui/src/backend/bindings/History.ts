import type { PastDecision } from "./PastDecision";
import type { PastRevision } from "./PastRevision";

export type History = { revisions: PastRevision[]; decisions: PastDecision[] };
