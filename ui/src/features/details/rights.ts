import type { Desk, Language } from "../../backend";
import { t } from "../../i18n";

/** Why somebody may not change something: a sentence that says who may; none when they may. */
type Reason = string | null;

/** The story's own details are for those who write in the original's language. */
export function toWrite(desk: Desk | null, language: Language): Reason {
  return unless(desk, desk?.me.write.includes(language), () => t("details-writers", { language }));
}

/** What a photo shows, and whose it is, may be said by whoever has a role. */
export function toMark(desk: Desk | null): Reason {
  const may = desk && (desk.me.write.length > 0 || desk.me.edits);
  return unless(desk, may ?? false, () => t("details-staff"));
}

/** Decisions on a whole story take an editor. */
export function toEdit(desk: Desk | null): Reason {
  return unless(desk, desk?.me.edits, () => t("details-editors"));
}

/** Decisions on an edition take an editor of its language. */
export function toApprove(desk: Desk | null, language: Language): Reason {
  const may = desk?.me.approve.includes(language);
  return unless(desk, may, () => t("details-editors-of", { language }));
}

/** What a chief or the owner decides. */
export function toLead(desk: Desk | null): Reason {
  return unless(desk, desk?.me.chief, () => t("details-chiefs"));
}

function unless(desk: Desk | null, may: boolean | undefined, who: () => string): Reason {
  if (desk && !desk.writable) return t("details-read-only");
  return may ? null : who();
}
