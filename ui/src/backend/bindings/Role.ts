export type Role = "reporter" | "translator" | "editor" | "chief";
