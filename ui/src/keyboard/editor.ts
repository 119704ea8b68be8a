import { EditorView, runScopeHandlers } from "@codemirror/view";

import { type Press, writesLetter } from "./match";

/** The keys of a US keyboard: code, character, character with Shift, legacy key code. */
const KEYS: Record<string, [string, string, number]> = {
  Backquote: ["`", "~", 192],
  Minus: ["-", "_", 189],
  Equal: ["=", "+", 187],
  BracketLeft: ["[", "{", 219],
  BracketRight: ["]", "}", 221],
  Backslash: ["\\", "|", 220],
  Semicolon: [";", ":", 186],
  Quote: ["'", '"', 222],
  Comma: [",", "<", 188],
  Period: [".", ">", 190],
  Slash: ["/", "?", 191],
};
for (const [at, shifted] of [...")!@#$%^&*("].entries()) {
  KEYS[`Digit${at}`] = [String(at), shifted, 48 + at];
}
for (const letter of "abcdefghijklmnopqrstuvwxyz") {
  const capital = letter.toUpperCase();
  KEYS[`Key${capital}`] = [letter, capital, capital.charCodeAt(0)];
}

export interface Latin {
  key: string;
  keyCode: number;
}

/**
 * What a press would be on a US keyboard; none where it writes a letter or is Latin already.
 * WebKitGTK gives a Cyrillic `key` and the `keyCode` 0 for Ctrl+A on a Ukrainian layout.
 */
export function latin(press: Press & { key: string }): Latin | null {
  if (!press.ctrlKey && !press.metaKey && !press.altKey) return null;
  if (writesLetter(press) || !isForeignLetter(press.key)) return null;
  const found = KEYS[press.code];
  if (!found) return null;
  const [plain, shifted, keyCode] = found;
  return { key: press.shiftKey ? shifted : plain, keyCode };
}

function isForeignLetter(key: string): boolean {
  return [...key].length === 1 && key.charCodeAt(0) > 127;
}

/** Lets CodeMirror's keymaps, whichever they are, work on every layout. */
export const keysByCode = EditorView.domEventHandlers({
  keydown: (event, view) => runLatin(view, event, "editor"),
});

/** The same for a panel of the editor (scope `search-panel`), which hears its keys itself. */
export function runLatin(view: EditorView, event: KeyboardEvent, scope: string): boolean {
  const meant = latin(event);
  if (!meant) return false;
  const press = new KeyboardEvent("keydown", {
    key: meant.key,
    code: event.code,
    ctrlKey: event.ctrlKey,
    metaKey: event.metaKey,
    altKey: event.altKey,
    shiftKey: event.shiftKey,
  });
  Object.defineProperty(press, "keyCode", { value: meant.keyCode });
  return runScopeHandlers(view, press, scope);
}
