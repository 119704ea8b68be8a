/** Where a shortcut counts. Each scope counts together with those it stands in. */
export type Scope = "window" | "board" | "story" | "text" | "translate" | "review";

/** What a scope stands in: while one translates, the shortcuts of text, story and window count. */
export const WITHIN: Record<Scope, Scope | null> = {
  window: null,
  board: "window",
  story: "window",
  text: "story",
  translate: "text",
  review: "story",
};

/** Keys by their place on the keyboard (`KeyboardEvent.code`), whatever the layout writes there. */
interface Chord {
  code: string;
  /** Ctrl, or Command on a Mac. */
  mod?: true;
  alt?: true;
  shift?: true;
}

const key = (code: string): Chord => ({ code });
const mod = (code: string): Chord => ({ code, mod: true });
const modShift = (code: string): Chord => ({ code, mod: true, shift: true });
const alt = (code: string): Chord => ({ code, alt: true });

export interface Shortcut extends Chord {
  action: string;
  scope: Scope;
  /** Tells the nine suggestions apart. */
  number?: number;
}

const listed = <const A extends string>(
  scope: Scope,
  chords: Record<A, Chord>,
): (Shortcut & { action: A })[] =>
  Object.entries<Chord>(chords).map(([action, chord]) => ({
    ...chord,
    action: action as A,
    scope,
  }));

const suggestions = Array.from({ length: 9 }, (_, at) => ({
  ...alt(`Digit${at + 1}`),
  action: "suggestion" as const,
  scope: "translate" as const,
  number: at + 1,
}));

/** Every shortcut of the window, in the order in which F1 shows them. */
export const SHORTCUTS = [
  ...listed("window", {
    shortcuts: key("F1"),
    "new-story": mod("KeyN"),
    import: mod("KeyO"),
    "nav-board": mod("Digit1"),
    "nav-write": mod("Digit2"),
    "nav-translate": mod("Digit3"),
    "nav-approve": mod("Digit4"),
    "nav-ready": mod("Digit5"),
    export: mod("KeyE"),
    settings: mod("Comma"),
    back: key("Escape"),
  }),
  ...listed("board", { search: mod("KeyF") }),
  ...listed("story", {
    "language-uk": alt("KeyU"),
    "language-en": alt("KeyE"),
    "language-ru": alt("KeyR"),
    "mode-write": alt("KeyW"),
    "mode-translate": alt("KeyT"),
    "mode-review": alt("KeyV"),
    "mode-history": alt("KeyH"),
    preview: mod("KeyP"),
    "print-page": alt("KeyP"),
    details: alt("KeyD"),
    "next-finding": key("F8"),
  }),
  ...listed("text", {
    save: mod("KeyS"),
    submit: mod("Enter"),
    bold: mod("KeyB"),
    italic: mod("KeyI"),
    link: mod("KeyK"),
    "story-link": modShift("KeyK"),
    "section-details": modShift("Digit1"),
    "section-background": modShift("Digit2"),
    "numbered-list": modShift("Digit7"),
    "bullet-list": modShift("Digit8"),
    quote: modShift("Digit9"),
    attribution: modShift("Digit0"),
    image: modShift("KeyP"),
    undo: mod("KeyZ"),
    redo: modShift("KeyZ"),
    find: mod("KeyF"),
    "select-all": mod("KeyA"),
  }),
  ...listed("translate", {
    "next-behind": alt("ArrowDown"),
    "previous-behind": alt("ArrowUp"),
    confirm: alt("Enter"),
    "insert-original": alt("KeyC"),
  }),
  ...suggestions,
  ...listed("review", { approve: mod("Enter"), "approve-next": modShift("Enter") }),
];

export type Action = (typeof SHORTCUTS)[number]["action"];

export const ACTIONS: ReadonlySet<string> = new Set(SHORTCUTS.map(({ action }) => action));

/** The shortcut of an action, to be shown on its button. */
export function shortcutOf(action: Action): Shortcut {
  const found = SHORTCUTS.find((shortcut) => shortcut.action === action);
  if (!found) throw new Error(`${action} has no shortcut`);
  return found;
}
