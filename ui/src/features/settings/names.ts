import type { Language, NameEntry } from "../../backend";

type Names = Partial<Record<Language, string>>;

/** Without accents of apostrophes and case, as people search. */
function folded(name: string): string {
  return name
    .toLocaleLowerCase("uk")
    .replace(/['’ʼ`´‘]/g, "")
    .replaceAll("ё", "е");
}

/** The entries that a search means, in the order in which they came. */
export function named(entries: readonly NameEntry[], search: string): readonly NameEntry[] {
  const wanted = folded(search.trim());
  if (wanted === "") return entries;
  return entries.filter(({ names }) =>
    Object.values(names).some((name) => folded(name).includes(wanted)),
  );
}

/** The names that are not empty, without blanks around them. */
export function tidied(names: Record<Language, string>): Names {
  const all = Object.entries(names).map(([language, name]) => [language, name.trim()]);
  return Object.fromEntries(all.filter(([, name]) => name !== ""));
}
