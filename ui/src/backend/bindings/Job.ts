export type Job = { job: number };
