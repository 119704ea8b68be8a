export type FactKind = "number" | "date" | "name" | "currency" | "negation" | "quote";
