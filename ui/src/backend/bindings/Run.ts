export type Run = { change: "kept" | "removed" | "added"; text: string };
