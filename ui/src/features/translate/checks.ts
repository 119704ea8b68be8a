import type { Finding } from "../../backend";
import type { Tone } from "../../components";
import { t } from "../../i18n";
import { isBehind } from "./row";
import type { Entry } from "./rows.svelte";

/** Something to look at, and where. */
export interface Check {
  key: string;
  tone: Tone;
  words: string;
  /** The beginning of the row's words. */
  of: string;
  /** The row; none when it is to be mended elsewhere. */
  entry: Entry | null;
  finding: Finding | null;
}

/** Rows that are behind, and what the checks of the text found, in the order of the text. */
export function checksOf(
  entries: readonly Entry[],
  findings: readonly Finding[],
  first: boolean,
): Check[] {
  const behind = entries
    .filter(({ row }) => isBehind(row) && !(first && row.state === "missing"))
    .map(
      (entry): Check => ({
        key: entry.key,
        tone: "warn",
        words: t(`row-${entry.row.state}`),
        of: entry.row.original || entry.row.translation,
        entry,
        finding: null,
      }),
    );
  const found = findings
    .filter((finding) => finding.code !== "behind")
    .map((finding, at): Check => {
      const entry = entries.find(({ row }) => isAbout(finding, row)) ?? null;
      return {
        key: `finding-${at}-${finding.code}`,
        tone: finding.severity === "stop" ? "bad" : "warn",
        words: t(`finding-${finding.code.replaceAll("_", "-")}`),
        of: entry && entry.row.kind !== "image" ? entry.row.translation : "",
        entry,
        finding,
      };
    });
  const missing = entries.filter(({ row }) => row.state === "missing");
  if (first) {
    const words = t("check-missing", { n: missing.length });
    const [entry = null] = missing;
    behind.push({ key: "missing", tone: "warn", words, of: "", entry, finding: null });
  }
  const place = ({ entry }: Check) => entry?.row.row ?? 0;
  return [...behind, ...found].sort((one, other) => place(one) - place(other));
}

function isAbout({ code, row, block }: Finding, place: Entry["row"]): boolean {
  if (row !== null) return place.row === row;
  if (block !== null) return place.block === block;
  if (code === "empty_headline") return place.kind === "headline";
  return code === "empty_lead" && place.kind === "lead";
}
