import type { Editorial } from "./Editorial";
import type { FindingCode } from "./FindingCode";
import type { FindingCounts } from "./FindingCounts";
import type { Instant } from "./Instant";
import type { Language } from "./Language";
import type { Pill } from "./Pill";

export type BoardEdition = {
  language: Language;
  headline: string;
  pill: Pill;
  editorial: Editorial;
  revision: number | null;
  approved_revision: number | null;
  rows: number;
  written: number;
  behind: number;
  coming: number;
  findings: FindingCounts;
  finding: FindingCode | null;
  since: Instant | null;
  person: string | null;
  second_look: boolean;
};
