export type RowState = "fresh" | "changed" | "missing" | "extra";
