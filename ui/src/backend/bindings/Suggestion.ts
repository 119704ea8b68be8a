export type Suggestion = { from: string; to: string };
