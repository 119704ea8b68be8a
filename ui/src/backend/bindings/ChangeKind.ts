export type ChangeKind = "update" | "correction" | "clarification" | "silent";
