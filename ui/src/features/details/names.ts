import type { Language, NameEntry } from "../../backend";

const ORDER: readonly Language[] = ["uk", "en", "ru"];

/** A name as it is spelt in a language, or else in any: in the order uk, en, ru. */
export function spelt({ names }: Pick<NameEntry, "names">, language: Language): string {
  const other = ORDER.map((each) => names[each]).find((name) => name);
  return names[language] ?? other ?? "";
}

/** All its spellings, each once: Київ · Kyiv · Киев. */
export function spellings({ names }: Pick<NameEntry, "names">): string[] {
  const all = ORDER.map((each) => names[each]).filter((name) => name !== undefined);
  return [...new Set(all)];
}

/**
 * A name as a detail's value says it: in every language at once, so that the newsroom finds the
 * entry by any of them. A name with a comma or a semicolon can only be said by itself.
 */
export function told({ names }: Pick<NameEntry, "names">, language: Language): string {
  const said = ORDER.flatMap((each) => (names[each] ? [`${each}=${names[each]}`] : []));
  const plain = said.every((part) => !/[,;]/.test(part));
  return plain ? said.join(",") : spelt({ names }, language);
}

/** Folds case and the many apostrophes, as the newsroom's own search does. */
function folded(name: string): string {
  return name
    .toLocaleLowerCase()
    .replaceAll(/['‘’ʼ`´]/g, "’")
    .trim();
}

/** The entries that a beginning of a word, in any language, may mean. */
export function meant(entries: readonly NameEntry[], typed: string): NameEntry[] {
  const wanted = folded(typed);
  if (wanted === "") return [...entries];
  return entries.filter((entry) =>
    spellings(entry).some((name) => ` ${folded(name)}`.includes(` ${wanted}`)),
  );
}

/** The entry that is called exactly so in any language. */
export function called(entries: readonly NameEntry[], typed: string): NameEntry | undefined {
  const wanted = folded(typed);
  return entries.find((entry) => spellings(entry).some((name) => folded(name) === wanted));
}
