import type { Language } from "../backend";

export const LANGUAGES: readonly Language[] = ["uk", "en", "ru"];

let current = $state<Language>("uk");

/** The language of the window. Reading it makes whatever reads it follow the switch. */
export function language(): Language {
  return current;
}

/** Switches the window's language at once. */
export function speak(next: Language): void {
  current = next;
  if (typeof document === "undefined") return;
  document.documentElement.lang = next;
}
