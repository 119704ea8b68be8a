import type { EditionFate, ExportOutcome, Finding, FindingCode, Language } from "../../backend";

export type Fate = EditionFate["fate"];

/** The order in which fates are told: what goes out first, then what stays. */
export const FATES: readonly Fate[] = ["written", "notice", "unchanged", "left", "absent"];

const NEVER_OVERRIDDEN: ReadonlySet<FindingCode> = new Set([
  "not_approved",
  "embargo",
  "withdrawn",
  "address_taken",
]);

/** A story with what becomes of its editions. */
export interface StoryFates {
  story: string;
  headline: string;
  editions: EditionFate[];
}

/** Editions by story; a story where something is held back comes first. */
export function byStory(editions: readonly EditionFate[]): StoryFates[] {
  const stories = new Map<string, StoryFates>();
  for (const edition of editions) {
    const known = stories.get(edition.story);
    if (known) known.editions.push(edition);
    else stories.set(edition.story, { ...edition, editions: [edition] });
  }
  const rank = ({ editions: own }: StoryFates) => (own.some(isHeldBack) ? 0 : 1);
  return [...stories.values()]
    .map(({ story, headline, editions: own }) => ({ story, headline, editions: own }))
    .sort((a, b) => rank(a) - rank(b));
}

/** How many editions have each fate. */
export function counts(editions: readonly EditionFate[]): Record<Fate, number> {
  const counted = { written: 0, unchanged: 0, notice: 0, left: 0, absent: 0 };
  for (const { fate } of editions) counted[fate] += 1;
  return counted;
}

/** Whether a finding that stops keeps this edition from going out as it stands. */
export function isHeldBack(edition: EditionFate): boolean {
  const stays = edition.fate === "left" || edition.fate === "absent";
  return stays && stops(edition).length > 0;
}

function stops({ findings }: EditionFate): Finding[] {
  return findings.filter((finding) => finding.severity === "stop");
}

/** Whether somebody with the right may let the edition out in spite of what was found. */
export function mayBeOverridden(edition: EditionFate): boolean {
  return isHeldBack(edition) && stops(edition).every(({ code }) => !NEVER_OVERRIDDEN.has(code));
}

/** Editions whose text alone was approved and something else holds back are worth a reason. */
export function overridable(editions: readonly EditionFate[]): EditionFate[] {
  return editions.filter(mayBeOverridden);
}

/** What becomes of the languages that were asked for; the others stay as they are anyway. */
export function inLanguages(
  editions: readonly EditionFate[],
  languages: readonly Language[],
): EditionFate[] {
  return editions.filter(({ lang }) => languages.includes(lang));
}

/** Whether an export would change anything in the folder. */
export function changesSomething({ written, removed }: ExportOutcome): boolean {
  return written.length + removed.length > 0;
}
