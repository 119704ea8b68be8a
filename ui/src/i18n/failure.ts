import { hasWords, t, type Words } from "./words";

/** What a failure's sentences may name; what an answer leaves out shows as a dash. */
const NAMES = [
  ...["address", "block", "detail", "expected", "extension", "facts", "file", "found", "guess"],
  ...[
    "key",
    "kind",
    "known",
    "language",
    "limit",
    "line",
    "needed",
    "number",
    "obstacle",
    "other",
    "path",
  ],
  ...["person", "row", "said", "story", "value"],
];
const COUNTS = new Set(["block", "found", "known", "limit", "line", "number", "row"]);

export interface Sentences {
  /** What happened, and what is safe. */
  what: string;
  /** What to do. */
  remedy: string;
}

/** A failure in the window's language. */
export function sentences(failure: { code: string; params: Record<string, string> }): Sentences {
  const key = `error-${failure.code.replaceAll("_", "-")}`;
  if (hasWords(key)) {
    const words = named(failure.params);
    return { what: t(key, words), remedy: t(`${key}-remedy`, words) };
  }
  const words = named({ detail: failure.code, ...failure.params });
  return { what: t("error-unknown", words), remedy: t("error-unknown-remedy", words) };
}

function named(params: Record<string, string>): Words {
  const words: Words = Object.fromEntries(NAMES.map((name) => [name, "–"]));
  words.line = "none";
  words.guess = "none";
  for (const [name, value] of Object.entries(params)) {
    words[name] = COUNTS.has(name) && /^\d+$/.test(value) ? Number(value) : value;
  }
  return words;
}
