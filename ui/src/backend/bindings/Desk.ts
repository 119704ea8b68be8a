import type { Language } from "./Language";
import type { Me } from "./Me";
import type { Person } from "./Person";

export type Desk = {
  folder: string;
  names: Partial<Record<Language, string>>;
  me: Me;
  staff: Person[];
  writable: boolean;
};
