import type { Instant } from "./Instant";

export type ExportLogEntry = {
  at: Instant;
  person: string;
  folder: string | null;
  pages: number;
  overridden: number;
};
