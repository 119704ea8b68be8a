import type { Instant } from "./Instant";

export type PastRevision = {
  revision: number;
  person: string | null;
  at: Instant;
  why: string | null;
  content: string;
};
