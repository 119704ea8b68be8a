import type { Desk } from "./Desk";
import type { Failure } from "./Failure";
import type { Language } from "./Language";
import type { Settings } from "./Settings";

export type Start = {
  version: string;
  settings: Settings;
  system_language: Language;
  desk: Desk | null;
  failure: Failure | null;
  recent: string[];
  proposed: string;
};
