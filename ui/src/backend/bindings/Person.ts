import type { Language } from "./Language";
import type { Role } from "./Role";

export type Person = {
  id: string;
  name: string;
  owner: boolean;
  roles: Partial<Record<Role, Language[]>>;
};
