import { type ChangeSpec, EditorSelection, type StateCommand, type Text } from "@codemirror/state";

/** Puts marks around what is selected, or around the word at the caret; takes them off again. */
export function around(mark: string): StateCommand {
  return ({ state, dispatch }) => {
    if (state.readOnly) return false;
    const size = mark.length;
    const changes = state.changeByRange((range) => {
      const word = range.empty ? state.wordAt(range.head) : null;
      const { from, to } = trimmed(state.doc, word ?? range);
      if (isAround(state.doc, from, to, mark)) {
        return {
          changes: [
            { from: from - size, to: from },
            { from: to, to: to + size },
          ],
          range: EditorSelection.range(range.anchor - size, range.head - size),
        };
      }
      return {
        changes: [
          { from, insert: mark },
          { from: to, insert: mark },
        ],
        range: range.empty
          ? EditorSelection.cursor(range.head + size)
          : EditorSelection.range(from + size, to + size),
      };
    });
    dispatch(state.update(changes, { scrollIntoView: true, userEvent: "input" }));
    return true;
  };
}

/** The marks stand around it, and are not half of longer ones. */
function isAround(doc: Text, from: number, to: number, mark: string): boolean {
  const size = mark.length;
  const sign = mark.charAt(0);
  const before = doc.sliceString(Math.max(0, from - 3), from);
  const after = doc.sliceString(to, to + 3);
  const left = before.length - before.replace(new RegExp(`\\${sign}+$`), "").length;
  const right = after.length - after.replace(new RegExp(`^\\${sign}+`), "").length;
  const runs = Math.min(left, right);
  return size === 1 ? runs === 1 || runs === 3 : runs >= size;
}

function trimmed(doc: Text, { from, to }: { from: number; to: number }) {
  const text = doc.sliceString(from, to);
  const start = from + (text.length - text.trimStart().length);
  return text.trim() === "" ? { from, to } : { from: start, to: start + text.trim().length };
}

const ADDRESS = "https://";

/** Makes a link of what is selected, with its address selected to be typed over. */
export const link: StateCommand = ({ state, dispatch }) => {
  if (state.readOnly) return false;
  const changes = state.changeByRange((range) => {
    const { from, to } = trimmed(
      state.doc,
      range.empty ? (state.wordAt(range.head) ?? range) : range,
    );
    const words = state.sliceDoc(from, to);
    const isAddress = /^(https?:\/\/|mailto:)\S+$/.test(words);
    const insert = isAddress ? `[](${words})` : `[${words}](${ADDRESS})`;
    const address = from + words.length + 3;
    return {
      changes: { from, to, insert },
      range: isAddress
        ? EditorSelection.cursor(from + 1)
        : EditorSelection.range(address, address + ADDRESS.length),
    };
  });
  dispatch(state.update(changes, { scrollIntoView: true, userEvent: "input" }));
  return true;
};

/** Links what is selected, or the word at the caret, to a story; where there is none, its headline. */
export function toStory(slug: string, headline: string): StateCommand {
  return ({ state, dispatch }) => {
    if (state.readOnly) return false;
    const { main } = state.selection;
    const place = main.empty ? (state.wordAt(main.head) ?? main) : main;
    const { from, to } = trimmed(state.doc, place);
    const words = state.sliceDoc(from, to) || headline.replaceAll(/[[\]]/g, "\\$&");
    const insert = `[${words}](story:${slug})`;
    dispatch(
      state.update({
        changes: { from, to, insert },
        selection: EditorSelection.cursor(from + insert.length),
        scrollIntoView: true,
        userEvent: "input",
      }),
    );
    return true;
  };
}

export type ListKind = "bullet" | "number" | "quote";

const MARKS: Record<ListKind, RegExp> = {
  bullet: /^[-*+] +/,
  number: /^\d+[.)] +/,
  quote: /^> ?/,
};

/** Makes a list or a quote of the lines that are selected; takes its marks off again. */
export function lines(kind: ListKind): StateCommand {
  return ({ state, dispatch }) => {
    if (state.readOnly) return false;
    const { from, to } = state.selection.main;
    const first = state.doc.lineAt(from).number;
    const last = state.doc.lineAt(to).number;
    const chosen = Array.from({ length: last - first + 1 }, (_, at) => state.doc.line(first + at));
    const written = chosen.filter((line) => line.text.trim() !== "" || chosen.length === 1);
    const off = written.every((line) => MARKS[kind].test(line.text));
    const changes: ChangeSpec[] = written.map((line, at) => {
      const old = listMark(line.text, kind);
      const insert = off ? "" : kind === "number" ? `${at + 1}. ` : kind === "quote" ? "> " : "- ";
      return { from: line.from, to: line.from + old.length, insert };
    });
    dispatch(state.update({ changes, scrollIntoView: true, userEvent: "input" }));
    return true;
  };
}

/** The mark that a new one replaces: of a list for a list, of a quote for a quote. */
function listMark(text: string, kind: ListKind): string {
  const kinds: ListKind[] = kind === "quote" ? ["quote"] : ["bullet", "number"];
  for (const one of kinds) {
    const found = MARKS[one].exec(text);
    if (found) return found[0];
  }
  return "";
}

/** Puts a block of its own after the paragraph at the caret, and the caret at its end. */
export function block(text: string): StateCommand {
  return ({ state, dispatch }) => {
    if (state.readOnly) return false;
    const at = endOfBlock(state.doc, state.selection.main.to);
    const before = state.doc.sliceString(0, at);
    const after = state.doc.sliceString(at);
    const lead = before === "" ? "" : "\n\n".slice(Math.min(2, trailing(before)));
    const tail = after === "" ? "" : "\n\n".slice(Math.min(2, leading(after)));
    const insert = lead + text + tail;
    dispatch(
      state.update({
        changes: { from: at, insert },
        selection: EditorSelection.cursor(at + lead.length + text.length),
        scrollIntoView: true,
        userEvent: "input",
      }),
    );
    return true;
  };
}

/** Who said it: the last paragraph of the quote at the caret, or of a new one. */
export const attribution: StateCommand = ({ state, dispatch }) => {
  if (state.readOnly) return false;
  const caret = state.doc.lineAt(state.selection.main.head);
  if (!MARKS.quote.test(caret.text)) return block("> — ")({ state, dispatch });
  let line = caret;
  while (line.number < state.doc.lines) {
    const next = state.doc.line(line.number + 1);
    if (!MARKS.quote.test(next.text)) break;
    line = next;
  }
  const insert = "\n>\n> — ";
  dispatch(
    state.update({
      changes: { from: line.to, insert },
      selection: EditorSelection.cursor(line.to + insert.length),
      scrollIntoView: true,
      userEvent: "input",
    }),
  );
  return true;
};

/** The end of the paragraph, list item or other run of lines without a blank one. */
function endOfBlock(doc: Text, at: number): number {
  let line = doc.lineAt(at);
  if (line.text.trim() === "") return line.from;
  while (line.number < doc.lines) {
    const next = doc.line(line.number + 1);
    if (next.text.trim() === "") break;
    line = next;
  }
  return line.to;
}

function trailing(text: string): number {
  return text.length - text.replace(/\n+$/, "").length;
}

function leading(text: string): number {
  return text.length - text.replace(/^\n+/, "").length;
}
