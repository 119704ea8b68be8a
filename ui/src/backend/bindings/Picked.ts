export type Picked = { token: string; name: string; bytes: number };
