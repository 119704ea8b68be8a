import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { markdown, markdownLanguage } from "@codemirror/lang-markdown";
import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { search, searchKeymap } from "@codemirror/search";
import { Compartment, EditorState, type Extension, Transaction } from "@codemirror/state";
import { EditorView, keymap, placeholder } from "@codemirror/view";
import { tags } from "@lezer/highlight";

import type { Language } from "../../backend";
import { t } from "../../i18n";
import { keysByCode, runLatin } from "../../keyboard/editor";
import { changeBetween } from "./change";
import { pictures } from "./pictures";

/** What of the editor follows the window: its words, and whether one may write. */
export interface Follows {
  language: Language;
  readOnly: boolean;
}

const following = new Compartment();

export function bodyEditor(
  parent: HTMLElement,
  text: string,
  follows: Follows,
  ontouch: () => void,
): EditorView {
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: text,
      extensions: [
        history(),
        markdown({ base: markdownLanguage, completeHTMLTags: false }),
        syntaxHighlighting(look),
        search({ top: true }),
        keysByCode,
        keymap.of([...defaultKeymap, ...historyKeymap, ...searchKeymap]),
        EditorView.lineWrapping,
        EditorView.updateListener.of((update) => {
          if (update.docChanged && !update.transactions.some(isAdopted)) ontouch();
        }),
        theme,
        pictures,
        nonce(),
        following.of(followed(follows)),
      ],
    }),
  });
  hearPanel(view);
  return view;
}

/** Takes the window's language, the edition's, and the person's rights. */
export function follow(view: EditorView, follows: Follows): void {
  view.dispatch({ effects: following.reconfigure(followed(follows)) });
}

/** Shows another text; caret and undo stay where the text is the same. */
export function adopt(view: EditorView, text: string): void {
  const change = changeBetween(view.state.doc.toString(), text);
  if (!change) return;
  view.dispatch({
    changes: change,
    annotations: [Transaction.addToHistory.of(false), Transaction.remote.of(true)],
  });
}

function isAdopted(transaction: Transaction): boolean {
  return transaction.annotation(Transaction.remote) === true;
}

function followed({ language, readOnly }: Follows): Extension {
  return [
    EditorState.readOnly.of(readOnly),
    EditorState.phrases.of(phrases()),
    placeholder(t("write-body-hint")),
    EditorView.contentAttributes.of({
      lang: language,
      spellcheck: "false",
      autocorrect: "off",
      autocapitalize: "off",
      "aria-label": t("write-body"),
      "aria-readonly": String(readOnly),
    }),
  ];
}

/** The words of CodeMirror's own panel. */
function phrases(): Record<string, string> {
  return {
    Find: t("action-find"),
    Replace: t("search-replace-by"),
    next: t("search-next"),
    previous: t("search-previous"),
    all: t("search-all"),
    "match case": t("search-case"),
    regexp: t("search-pattern"),
    "by word": t("search-words"),
    replace: t("action-replace"),
    "replace all": t("search-replace-all"),
    close: t("action-close"),
    "current match": t("search-current"),
    "replaced match on line $": t("search-replaced-one", { line: "$" }),
    "replaced $ matches": t("search-replaced", { count: "$" }),
    "on line": t("search-on-line"),
    "Go to line": t("search-line"),
    go: t("action-open"),
  };
}

/** The panel of search hears its keys itself, and knows Latin ones only. */
function hearPanel(view: EditorView): void {
  view.dom.addEventListener("keydown", (event) => {
    const inPanel = event.target instanceof Element && event.target.closest(".cm-panel");
    if (inPanel && runLatin(view, event, "search-panel")) event.preventDefault();
  });
}

/** The content-security policy allows the style sheets of whoever knows its nonce. */
function nonce(): Extension {
  const element = document.getElementById("nonce");
  return element?.nonce ? EditorView.cspNonce.of(element.nonce) : [];
}

const look = HighlightStyle.define([
  { tag: tags.heading, fontWeight: "650" },
  { tag: tags.strong, fontWeight: "650" },
  { tag: tags.emphasis, fontStyle: "italic" },
  { tag: tags.strikethrough, textDecoration: "line-through" },
  { tag: tags.quote, color: "var(--ink-2)" },
  { tag: tags.link, color: "var(--accent)" },
  { tag: [tags.url, tags.processingInstruction, tags.labelName], color: "var(--ink-3)" },
  { tag: tags.url, fontSize: "0.8em", fontFamily: "var(--mono)", overflowWrap: "anywhere" },
  { tag: tags.monospace, fontFamily: "var(--mono)", fontSize: "0.9em" },
]);

const theme = EditorView.theme({
  "&": { color: "var(--ink)", backgroundColor: "transparent" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { font: "inherit", lineHeight: "inherit", overflow: "visible" },
  ".cm-content": { padding: "0", caretColor: "var(--accent)" },
  ".cm-line": { padding: "0" },
  ".cm-placeholder": { color: "var(--ink-3)" },
  ".cm-panels": {
    zIndex: 5,
    padding: "0.375rem 0.5rem",
    color: "var(--ink)",
    backgroundColor: "var(--surface)",
    border: "1px solid var(--line)",
    borderRadius: "var(--r-s)",
    boxShadow: "var(--shadow)",
    font: "var(--text) / 1.4 var(--ui)",
  },
  ".cm-panels.cm-panels-top": { borderBottom: "1px solid var(--line)" },
  ".cm-panel.cm-search": { padding: "0 1.75rem 0 0" },
  ".cm-panel.cm-search input, .cm-panel.cm-search button, .cm-panel.cm-search label": {
    margin: "0.1875rem 0.375rem 0.1875rem 0",
    fontSize: "var(--text)",
  },
  ".cm-panel.cm-search input[type=checkbox]": { margin: "0 0.25rem 0 0" },
  ".cm-panel.cm-search [name=close]": { top: 0, right: 0, padding: "0 0.375rem", color: "inherit" },
  ".cm-textfield": {
    minHeight: "1.75rem",
    padding: "0.125rem 0.5rem",
    color: "inherit",
    backgroundColor: "var(--surface)",
    border: "1px solid var(--line-field)",
    borderRadius: "var(--r-s)",
    verticalAlign: "baseline",
  },
  ".cm-button": {
    minHeight: "1.75rem",
    padding: "0.125rem 0.625rem",
    color: "inherit",
    background: "var(--surface)",
    border: "1px solid var(--line-strong)",
    borderRadius: "var(--r-s)",
  },
  ".cm-searchMatch": { backgroundColor: "var(--warn-soft)", outline: "1px solid var(--warn)" },
  ".cm-searchMatch-selected": { backgroundColor: "var(--accent-soft)" },
});
