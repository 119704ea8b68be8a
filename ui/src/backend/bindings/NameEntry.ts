import type { Language } from "./Language";
import type { NameKind } from "./NameKind";

export type NameEntry = {
  id: string;
  kind: NameKind;
  names: Partial<Record<Language, string>>;
  photo: string | null;
};
