export type FindingCounts = { stop: number; warn: number };
