import type { BoardFilter } from "./BoardFilter";

export type BoardCounts = Record<BoardFilter, number>;
