import { t } from "../i18n";
import { performNamed } from "../keyboard";
import { say } from "../state";

/** Does what an item of the menu names; says so where there is nothing to do. */
export function menuAction(name: string): void {
  if (!performNamed(name)) say(t("menu-not-here"));
}
