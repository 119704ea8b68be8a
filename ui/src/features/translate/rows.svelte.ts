import type { EditionText, TranslateRow, TranslateView } from "../../backend";
import { applied, emptied, type Span, wordsAt, wordsSpan } from "./spans";

/** One row on the screen. It lives on through saves, so that the caret in it does, too. */
export class Entry {
  /** For the screen: the same as long as the row is there. */
  readonly key: string;
  row: TranslateRow = $state.raw() as TranslateRow;
  /** The translation as it stands in the window. */
  words = $state("");
  /** Whether it was edited here since the original changed. */
  edited = $state(false);
  /** Where its words stand in the text that the rows were told of; null when they are in none. */
  span: Span | null = null;
  /** Its words in that text. */
  base = "";
  /** Its words in the text that is on disk. */
  saved = "";

  constructor(key: string) {
    this.key = key;
  }

  /** Words that are to become a block of their own. */
  get isNew(): boolean {
    return this.span === null && this.words.trim() !== "";
  }

  /** Whether the window has words that the disk has not. */
  get waits(): boolean {
    return this.span === null ? this.isNew : this.words !== this.saved;
  }

  /** Shows a newer row. What was typed since stays, and so do blanks under a caret (`held`). */
  place(row: TranslateRow, text: EditionText, held: boolean): void {
    const span = wordsSpan(text, row);
    const words = span ? wordsAt(text, span) : "";
    const typed = this.words !== this.saved;
    const stays = held && this.words.trim() === words.trim();
    if (row.state === "fresh") this.edited = false;
    this.row = row;
    this.span = span;
    this.base = words;
    this.saved = stays ? this.words : words;
    if (!typed && !stays) this.words = words;
  }
}

/**
 * The rows of a translation and what is typed in them. The text is always that of the last view
 * with the edited rows spliced in: what nobody touched keeps its bytes.
 */
export class Rows {
  entries: Entry[] = $state.raw([]);
  view: TranslateView = $state.raw() as TranslateView;
  #next = 1;

  constructor(view: TranslateView) {
    this.show(view);
  }

  /** Shows a view as it is; what was typed and not saved is gone. */
  show(view: TranslateView): void {
    this.entries = view.rows.map((row) => this.#entry(row, view.text));
    this.view = view;
  }

  /**
   * Takes over a newer view of the text that is on disk. What was typed since stays. `false` when
   * a row in which somebody types (`held`) has no place in it: then all stays as it is, and the
   * text is right all the same.
   */
  merge(view: TranslateView, held: Entry | null): boolean {
    const found = matched(this.entries, view.rows);
    const taken = new Set(found.filter((entry) => entry !== null));
    const needed = this.entries.filter((entry) => entry === held || entry.waits);
    if (needed.some((entry) => !taken.has(entry))) return false;
    this.entries = view.rows.map((row, at) => {
      const entry = found[at];
      if (!entry) return this.#entry(row, view.text);
      entry.place(row, view.text, entry === held);
      return entry;
    });
    this.view = view;
    return true;
  }

  /** The whole text with everything typed in rows that have a place in it. */
  text(): EditionText {
    const edits = this.entries.flatMap((entry) => {
      if (entry.span === null || entry.words === entry.base) return [];
      if (entry.words.trim() !== "") return [{ span: entry.span, words: entry.words }];
      return [{ span: emptied(this.view.text, entry.row) ?? entry.span, words: "" }];
    });
    return applied(this.view.text, edits);
  }

  /** Whether rows that have a place hold words that the disk has not. */
  get waits(): boolean {
    return this.entries.some((entry) => entry.span !== null && entry.waits);
  }

  /** The first row whose words are to become a block. */
  get newWords(): Entry | undefined {
    return this.entries.find((entry) => entry.isNew);
  }

  #entry(row: TranslateRow, text: EditionText): Entry {
    const entry = new Entry(`row-${this.#next++}`);
    entry.place(row, text, false);
    return entry;
  }
}

/** For each row of a newer view the entry that showed it before. */
function matched(entries: Entry[], rows: TranslateRow[]): (Entry | null)[] {
  const left = new Set(entries);
  const found: (Entry | null)[] = rows.map(() => null);
  const pair = (alike: (entry: Entry, row: TranslateRow) => boolean) => {
    for (const [at, row] of rows.entries()) {
      if (found[at]) continue;
      const entry = [...left].find((entry) => alike(entry, row));
      if (!entry) continue;
      left.delete(entry);
      found[at] = entry;
    }
  };
  pair((entry, row) => entry.row.id === row.id);
  pair((entry, row) => row.originals.length > 0 && sameNumbers(entry.row.originals, row.originals));
  pair((entry, row) => entry.words !== "" && entry.words === row.translation);
  return found;
}

function sameNumbers(one: number[], other: number[]): boolean {
  return one.length === other.length && one.every((number, at) => number === other[at]);
}
