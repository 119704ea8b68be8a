import type { Language } from "./Language";
import type { Person } from "./Person";

export type Me = Person & {
  write: Language[];
  approve: Language[];
  chief: boolean;
  edits: boolean;
};
