export type Language = "uk" | "en" | "ru";
