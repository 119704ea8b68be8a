export type Editorial = "not_started" | "draft" | "in_review" | "returned" | "approved";
