export type Failure = { code: string; params: Record<string, string> };
