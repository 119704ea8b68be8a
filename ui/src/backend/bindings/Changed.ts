export type Changed = { stories: string[]; newsroom: boolean; own: boolean };
