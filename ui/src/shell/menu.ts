import { t } from "../i18n";
import { performNamed } from "../keyboard";
import { say } from "../state";

/** What a plain field does by itself on its keys, and has to be told from the menu. */
const OF_FIELDS: Record<string, string> = { undo: "undo", redo: "redo", "select-all": "selectAll" };

/** Does what an item of the menu names; says so where there is nothing to do. */
export function menuAction(name: string): void {
  if (performNamed(name)) return;
  const ofField = OF_FIELDS[name];
  const inField = document.activeElement?.matches("input, textarea");
  if (!(ofField && inField && document.execCommand(ofField))) say(t("menu-not-here"));
}
