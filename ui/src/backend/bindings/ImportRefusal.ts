import type { Failure } from "./Failure";

export type ImportRefusal = { files: string[]; failure: Failure };
