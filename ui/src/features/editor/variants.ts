/** The texts that a story has besides its page, by their names in the newsroom. */
export const VARIANTS = ["search", "push", "telegram", "social"] as const;

export type Variant = (typeof VARIANTS)[number];

/**
 * Signs that fit: a result of search shows about 60, a notification about 110, a caption on
 * Telegram 1024, a post on X 280.
 */
export const LIMITS: Record<Variant, number> = {
  search: 60,
  push: 110,
  telegram: 1024,
  social: 280,
};

/** Variants with words in them; of an empty one nothing is kept. */
export function written(variants: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(variants).filter(([, words]) => words.trim() !== ""));
}
