import type { Language } from "../../backend";
import type { Mode } from "../../state";

/** The modes of an edition: only a translation is translated. */
export function modesOf(language: Language, original: Language | undefined): Mode[] {
  const all: Mode[] = ["write", "translate", "review", "history"];
  return language === original ? all.filter((mode) => mode !== "translate") : all;
}

/**
 * The mode in which an edition is shown when one comes to it in another: who wrote the original
 * goes on to translate, and back.
 */
export function modeIn(mode: Mode, language: Language, original: Language | undefined): Mode {
  if (mode !== "write" && mode !== "translate") return mode;
  return language === original ? "write" : "translate";
}
