import type { BoardFilter } from "./BoardFilter";
import type { Language } from "./Language";

export type BoardQuery = {
  filter: BoardFilter;
  search: string;
  language: Language;
  offset: number;
  limit: number;
};
