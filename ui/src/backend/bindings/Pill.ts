export type Pill =
  | { state: "withdrawn" }
  | { state: "held" }
  | { state: "not_started" }
  | { state: "returned" }
  | { state: "draft_part"; written: number; rows: number }
  | { state: "errors"; count: number }
  | { state: "behind"; count: number }
  | { state: "in_review" }
  | { state: "draft" }
  | { state: "newer_text" }
  | { state: "exported" }
  | { state: "approved" };
