export type BoardFilter =
  | "open"
  | "behind"
  | "review"
  | "embargoed"
  | "withdrawn"
  | "write"
  | "translate"
  | "approve"
  | "ready"
  | "all";
