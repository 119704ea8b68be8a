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

/** The commands of the menu and of the keyboard that fields and the editor share. */
export function edits(view: () => EditorView | null): Handlers {
  const either = (inEditor: (view: EditorView) => unknown, inField: (field: Field) => unknown) => {
    return () => {
      const editor = view();
      if (editor?.hasFocus) return inEditor(editor);
      const field = fieldHere();
      return field !== null && inField(field);
    };
  };
  return {
    undo: either(undo, (field) => undoingOf(field)?.undo() ?? document.execCommand("undo")),
    redo: either(redo, (field) => undoingOf(field)?.redo() ?? document.execCommand("redo")),
    "select-all": either(selectAll, (field) => field.select()),
    find: () => {
      const editor = view();
      return editor !== null && openSearchPanel(editor);
    },
  };
}

type Field = HTMLTextAreaElement | HTMLInputElement;

function fieldHere(): Field | null {
  const place = document.activeElement;
  const isField = place instanceof HTMLTextAreaElement || place instanceof HTMLInputElement;
  return isField ? place : null;
}
