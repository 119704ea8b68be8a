import type { BoardStory } from "./BoardStory";

export type BoardPage = { total: number; stories: BoardStory[] };
