import { redo, selectAll, undo } from "@codemirror/commands";
import { openSearchPanel } from "@codemirror/search";
import type { StateCommand } from "@codemirror/state";
import type { EditorView } from "@codemirror/view";

import type { Language } from "../../backend";
import { inLanguage } from "../../i18n";
import type { Action, Handlers } from "../../keyboard";
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

/** The commands of the menu and of the keyboard that fields and the editor share. */
export function edits(view: () => EditorView | null): Handlers {
  const either = (inEditor: (view: EditorView) => unknown, native: string) => () => {
    const editor = view();
    if (editor?.hasFocus) return inEditor(editor);
    return inField() && document.execCommand(native);
  };
  return {
    undo: either((editor) => undo(editor), "undo"),
    redo: either((editor) => redo(editor), "redo"),
    "select-all": either((editor) => selectAll(editor), "selectAll"),
    find: () => {
      const editor = view();
      return editor !== null && openSearchPanel(editor);
    },
  };
}

function inField(): boolean {
  const place = document.activeElement;
  return place instanceof HTMLTextAreaElement || place instanceof HTMLInputElement;
}
