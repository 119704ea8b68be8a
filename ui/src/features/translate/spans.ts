import type { BlockKind, EditionText, TranslateRow } from "../../backend";

type Field = NonNullable<TranslateRow["field"]>;

/** The words of a row: where they stand in a field of the text, in UTF-16 units. */
export interface Span {
  field: Field;
  start: number;
  end: number;
}

/** New words in place of those of a span. */
export interface Edit {
  span: Span;
  words: string;
}

/**
 * Where a row's words stand, without the marks around them (`- `, `> `, `![`): those are not the
 * translator's. Words that the marks interrupt, as in a quote of several lines, stay as they are.
 */
export function wordsSpan(text: EditionText, row: TranslateRow): Span | null {
  const { field, start, end } = row;
  if (field === null || start === null || end === null) return null;
  const whole = text[field].slice(start, end);
  const inside = row.translation === "" ? -1 : whole.lastIndexOf(row.translation);
  if (inside < 0) return { field, start, end };
  return { field, start: start + inside, end: start + inside + row.translation.length };
}

export function wordsAt(text: EditionText, span: Span): string {
  return text[span.field].slice(span.start, span.end);
}

/** The text with edits of spans that do not overlap; every other sign stays as it is. */
export function applied(text: EditionText, edits: readonly Edit[]): EditionText {
  const next = { ...text };
  const fromTheEnd = [...edits].sort(
    ({ span: one }, { span: other }) => other.start - one.start || other.end - one.end,
  );
  for (const { span, words } of fromTheEnd) {
    const old = next[span.field];
    next[span.field] = old.slice(0, span.start) + words + old.slice(span.end);
  }
  return next;
}

/** Blocks that are nothing without words: their marks go with the last word. */
const WHOLE: ReadonlySet<BlockKind> = new Set([
  "paragraph",
  "heading",
  "item",
  "quote",
  "attribution",
  "code",
  "html",
]);

/**
 * What has to go when a row has no words any more: the block with its marks and the shorter of the
 * gaps around it, so that its neighbours stand apart as before.
 */
export function emptied(text: EditionText, row: TranslateRow): Span | null {
  const words = wordsSpan(text, row);
  if (words?.field !== "body" || !WHOLE.has(row.kind)) return words;
  const body = text.body;
  const start = row.start ?? words.start;
  const end = row.end ?? words.end;
  const before = /\s*$/.exec(body.slice(0, start))?.[0].length ?? 0;
  const after = /^\s*/.exec(body.slice(end))?.[0].length ?? 0;
  if (start === before) return { field: "body", start: 0, end: end + after };
  if (end + after === body.length || before <= after) {
    return { field: "body", start: start - before, end };
  }
  return { field: "body", start, end: end + after };
}

/** Kinds whose words may run over several lines as they stand. */
const VERBATIM: ReadonlySet<BlockKind> = new Set(["code", "html"]);

/**
 * Words from outside, made to fit a row: a line break would open another block, so it becomes a
 * space.
 */
export function oneBlock(words: string, kind: BlockKind): string {
  const text = words.replace(/\r\n?/g, "\n");
  if (VERBATIM.has(kind)) return text;
  return text.replace(/[ \t]*\n\s*/g, " ");
}

/** A line break inside a paragraph, where Markdown has one; null elsewhere. */
export function hardBreak(kind: BlockKind): string | null {
  if (VERBATIM.has(kind)) return "\n";
  return kind === "paragraph" ? "\\\n" : null;
}
