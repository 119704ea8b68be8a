export type Publication = "withdrawn" | "embargoed" | "never" | "outdated" | "exported";
