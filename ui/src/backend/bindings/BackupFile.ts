import type { Instant } from "./Instant";

export type BackupFile = { name: string; at: Instant; bytes: number };
