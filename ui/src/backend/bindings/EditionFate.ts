import type { Finding } from "./Finding";
import type { Language } from "./Language";

export type EditionFate = {
  story: string;
  headline: string;
  lang: Language;
  fate: "written" | "unchanged" | "notice" | "left" | "absent";
  path: string | null;
  overridden: boolean;
  findings: Finding[];
};
