import { SHORTCUTS, type Shortcut } from "./table";

/** What is read of a `KeyboardEvent`. */
export interface Press {
  code: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
  isComposing?: boolean;
  getModifierState?(name: string): boolean;
}

const isMac = typeof navigator !== "undefined" && /Mac/.test(navigator.platform);

/** The shortcuts that a press stands for, one for each scope at most. */
export function matches(press: Press): Shortcut[] {
  if (press.isComposing || writesLetter(press)) return [];
  return SHORTCUTS.filter((shortcut) => isPressed(shortcut, press));
}

/** AltGr writes letters: ґ on a Ukrainian layout. */
export function writesLetter(press: Press): boolean {
  return press.getModifierState?.("AltGraph") ?? false;
}

function isPressed(shortcut: Shortcut, press: Press): boolean {
  const mod = isMac ? press.metaKey : press.ctrlKey;
  const other = isMac ? press.ctrlKey : press.metaKey;
  return (
    sameKey(shortcut.code, press.code) &&
    mod === (shortcut.mod ?? false) &&
    press.altKey === (shortcut.alt ?? false) &&
    press.shiftKey === (shortcut.shift ?? false) &&
    !other
  );
}

/** The keypad's Enter is Enter. */
function sameKey(code: string, pressed: string): boolean {
  return code === pressed || (code === "Enter" && pressed === "NumpadEnter");
}
