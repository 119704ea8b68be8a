import type { Language, Person, Role } from "../../backend";

/** From the first to the last word over a text. */
export const ROLES: readonly Role[] = ["reporter", "translator", "editor", "chief"];

/** What a person is in a language, the weightiest role first. */
export function rolesIn({ roles }: Person, language: Language): Role[] {
  return ROLES.filter((role) => roles[role]?.includes(language)).reverse();
}
