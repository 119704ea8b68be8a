export type NameKind = "author" | "place" | "source";
