import type { Run } from "./Run";

export type FieldDiff = { field: string; runs: Run[] };
