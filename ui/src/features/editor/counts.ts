import type { EditionText, Language } from "../../backend";

/** A headline longer than this does not fit a search result or a push. */
export const HEADLINE_LIMIT = 90;

/** Words that an adult reads in a minute, silently, as Brysbaert (2019) measured for English. */
const WORDS_A_MINUTE = 238;

export interface Counts {
  words: number;
  characters: number;
  minutes: number;
  headline: number;
}

const segmenters = new Map<string, Intl.Segmenter>();

function segmenter(language: Language, granularity: "word" | "grapheme"): Intl.Segmenter {
  const key = `${language} ${granularity}`;
  const known = segmenters.get(key) ?? new Intl.Segmenter(language, { granularity });
  segmenters.set(key, known);
  return known;
}

/** Signs as a reader counts them. */
export function characters(text: string, language: Language): number {
  let count = 0;
  for (const _ of segmenter(language, "grapheme").segment(text)) count++;
  return count;
}

/**
 * Measures a text; walks through all of it, so not to be called on every key. Addresses and the
 * marks of Markdown are not read, and do not count.
 */
export function measure(text: EditionText, language: Language): Counts {
  const read = [text.headline, text.lead, readable(text.body)].join("\n");
  let words = 0;
  for (const part of segmenter(language, "word").segment(read)) if (part.isWordLike) words++;
  return {
    words,
    characters: characters(read.replace(/\s*\n\s*/g, "\n").trim(), language),
    minutes: Math.max(words > 0 ? 1 : 0, Math.round(words / WORDS_A_MINUTE)),
    headline: characters(text.headline.trim(), language),
  };
}

function readable(markdown: string): string {
  return markdown
    .replace(/!\[([^\]]*)\]\(\S*(?:\s+"([^"]*)")?\)/g, "$1\n$2")
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/^[ \t]*(?:>[ \t]?|[-*+][ \t]+|\d+[.)][ \t]+|#{1,6}[ \t]+)+/gm, "")
    .replace(/\*\*|__|~~|`/g, "");
}
