import type { FactKind } from "./FactKind";

export type FactPair = {
  kind: FactKind;
  original: string | null;
  translation: string | null;
  agrees: boolean;
};
