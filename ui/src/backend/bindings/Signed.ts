import type { Instant } from "./Instant";

export type Signed = { person: string; at: Instant; revision: number | null; note: string | null };
