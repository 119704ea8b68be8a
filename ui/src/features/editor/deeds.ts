import { redo, selectAll, undo } from "@codemirror/commands";
import { openSearchPanel } from "@codemirror/search";
import type { StateCommand } from "@codemirror/state";
import type { EditorView } from "@codemirror/view";

import type { Language } from "../../backend";
import { inLanguage } from "../../i18n";
import type { Action, Handlers } from "../../keyboard";
import { undoingOf } from "./fieldHistory";
import { around, attribution, block, lines, link } from "./format";

/** What the tools do to the body, by their actions. The words of a heading are the edition's. */
export function tools(language: Language): Partial<Record<Action, StateCommand>> {
  return {
    bold: around("**"),
    italic: around("*"),
    link,
    "section-details": block(`## ${inLanguage(language, "section-details")}`),
    "section-background": block(`## ${inLanguage(language, "section-background")}`),
    "bullet-list": lines("bullet"),
    "numbered-list": lines("number"),
    quote: lines("quote"),
    attribution,
  };
}

/** What the editor and the fields that remember what was typed do; other fields do it themselves. */
export function edits(view: () => EditorView | null): Handlers {
  const either = (inEditor: (view: EditorView) => unknown, inField: () => unknown) => () => {
    const editor = view();
    return editor?.hasFocus ? inEditor(editor) : inField();
  };
  // The browser's own history of such a field is another one, and is not to be asked.
  const remembered = (step: "undo" | "redo") => () => {
    const field = undoingOf(document.activeElement);
    if (!field) return false;
    field[step]();
  };
  return {
    undo: either(undo, remembered("undo")),
    redo: either(redo, remembered("redo")),
    "select-all": either(selectAll, () => false),
    find: () => {
      const editor = view();
      return editor !== null && openSearchPanel(editor);
    },
  };
}
