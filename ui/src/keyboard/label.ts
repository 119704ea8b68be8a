import { t } from "../i18n";
import type { Shortcut } from "./table";

const SIGNS: Record<string, string> = {
  ArrowDown: "↓",
  ArrowUp: "↑",
  Enter: "⏎",
  Comma: ",",
};

/** A shortcut's keys as they are printed on a keyboard: Ctrl, Shift, Z. */
export function keysOf(shortcut: Shortcut): string[] {
  const keys: string[] = [];
  if (shortcut.mod) keys.push(t("key-ctrl"));
  if (shortcut.alt) keys.push(t("key-alt"));
  if (shortcut.shift) keys.push(t("key-shift"));
  keys.push(keyName(shortcut.code));
  return keys;
}

function keyName(code: string): string {
  if (code === "Escape") return t("key-escape");
  return SIGNS[code] ?? code.replace(/^(Key|Digit)/, "");
}

/** The same for `aria-keyshortcuts`, whose names are fixed. */
export function ariaKeys(shortcut: Shortcut): string {
  const held = [shortcut.mod && "Control", shortcut.alt && "Alt", shortcut.shift && "Shift"];
  const key = shortcut.code === "Comma" ? "," : shortcut.code.replace(/^(Key|Digit)/, "");
  return [...held.filter(Boolean), key].join("+");
}
