import type { FindingCode } from "./FindingCode";
import type { Severity } from "./Severity";

export type Finding = {
  code: FindingCode;
  severity: Severity;
  row: number | null;
  block: number | null;
};
