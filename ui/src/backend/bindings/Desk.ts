import type { Me } from "./Me";
import type { Person } from "./Person";

export type Desk = { folder: string; name: string; me: Me; staff: Person[]; writable: boolean };
