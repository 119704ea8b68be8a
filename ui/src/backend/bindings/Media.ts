import type { Instant } from "./Instant";
import type { Language } from "./Language";

export type Media = {
  hash: string;
  file_name: string;
  size: [number, number];
  bytes: number;
  credit: Partial<Record<Language, string>>;
  added: Instant;
};
