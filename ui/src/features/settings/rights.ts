import type { Desk } from "../../backend";
import { t } from "../../i18n";

/** Why somebody may not change the newsroom's settings; none when they may. */
export function toLead(desk: Desk | null): string | null {
  if (desk && !desk.writable) return t("details-read-only");
  return desk?.me.chief ? null : t("settings-chiefs");
}
