import {
  call,
  Failure,
  type ImportRefusal,
  operation,
  type Picked,
  type StoryView,
  type Taken,
} from "../../backend";
import { t } from "../../i18n";
import type { CameIn } from "./summary";

/** What came of parcels. */
export interface Unpacking {
  unpacked: CameIn[];
  refused: ImportRefusal[];
}

/** One taking in per file, however often it is tried. */
const operations = new Map<string, string>();

function operationOf(token: string): string {
  const known = operations.get(token) ?? operation();
  operations.set(token, known);
  return known;
}

/** Takes parcels in, one after the other: one that is refused keeps no other out. */
export async function unpack(parcels: readonly Picked[]): Promise<Unpacking> {
  const unpacking: Unpacking = { unpacked: [], refused: [] };
  for (const { token, name } of parcels) {
    try {
      const taken = await call("take_parcel", { operation: operationOf(token), token });
      operations.delete(token);
      unpacking.unpacked.push(cameOf(taken, await call("story", { story: taken.story })));
    } catch (thrown) {
      const { code, params } = Failure.of(thrown);
      unpacking.refused.push({ files: [name], failure: { code, params } });
    }
  }
  return unpacking;
}

/** A story that came in a parcel, as the summary lists it. */
export function cameOf(taken: Taken, { story, original, editions }: StoryView): CameIn {
  const ours = editions.find(({ language }) => language === original);
  const written = editions.filter(({ headline }) => headline !== "");
  const brought = new Set(taken.revisions.map(({ language }) => language));
  const changed = written.filter(({ language }) => brought.has(language));
  return {
    story,
    headline: ours?.headline || story,
    languages: (changed.length > 0 ? changed : written).map(({ language }) => language),
    notes: notesOf(taken),
    keptAside: [],
  };
}

function notesOf(taken: Taken): string[] {
  const { revisions, decisions, media, people, differing, differing_details } = taken;
  const counts = { revisions: revisions.length, decisions, media };
  const isKnown = Object.values(counts).every((count) => count === 0);
  return [
    isKnown ? t("parcel-known") : t("parcel-brought", counts),
    ...(decisions > 0 ? [t("parcel-decided")] : []),
    ...differing.map(({ language, theirs }) =>
      t("parcel-apart", { language: t(`edition-${language}`), theirs: String(theirs) }),
    ),
    ...(differing_details.length > 0
      ? [t("parcel-details", { what: differing_details.map(nameOf).join(", ") })]
      : []),
    ...(people.length > 0 ? [t("parcel-people", { names: people.join(", ") })] : []),
  ];
}

/** A detail comes as its key, for a name with its language: `date`, `place (en)`. */
function nameOf(key: string): string {
  const [what = ""] = key.split(" ");
  return t("import-about", { what });
}
