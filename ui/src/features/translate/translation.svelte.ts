import {
  call,
  type EditionText,
  Failure,
  operation,
  type SaveAnswer,
  type TranslateView,
} from "../../backend";
import { sayFailed } from "../../state";
import type { Outgoing, Stamp } from "../editor/saving";
import type { Sitting, TextHolder } from "../editor/sitting.svelte";
import { type Entry, Rows } from "./rows.svelte";

/** A translation as it is worked on: its rows, and the way of what is typed to the disk. */
export class Translation implements TextHolder {
  readonly rows: Rows;
  /** The row in which somebody types. */
  held: Entry | null = null;
  /** Another text is on its way to the screen: nobody types until it is there. */
  taking = $state(false);
  readonly #sitting: Sitting;
  #reading: Promise<void> | null = null;
  /** Something may have changed since the reading began. */
  #asked = false;
  /** What was read could not be shown under the caret. */
  #due = false;
  #over = false;

  constructor(sitting: Sitting, view: TranslateView) {
    this.#sitting = sitting;
    this.rows = new Rows(view);
  }

  text(): EditionText {
    return this.rows.text();
  }

  seen(): number | null {
    return this.rows.view.seen;
  }

  loose(): string[] {
    return this.rows.entries.flatMap((entry) => (entry.isNew ? [entry.words] : []));
  }

  /** First the rows that have a place in the text, then new ones, one by one. */
  outgoing(): Outgoing {
    const fresh = this.rows.newWords;
    if (fresh && !this.rows.waits) return this.#insertion(fresh, fresh.words);
    const sent = this.rows.entries.map((entry) => [entry, entry.words] as const);
    const save = this.#sitting.saveOf(this.text(), this.rows.view.seen, fresh !== undefined);
    return {
      rest: save.rest,
      send: async (stamp) => {
        const answer = await save.send(stamp);
        if (answer.outcome === "conflict") return answer;
        for (const [entry, words] of sent) if (entry.span) entry.saved = words;
        return answer;
      },
    };
  }

  adopt(): void {
    this.taking = true;
    void this.#show().finally(() => {
      this.taking = false;
    });
  }

  saved(_answer: SaveAnswer, newest: boolean): void {
    if (newest) this.refresh();
  }

  /** Reads the rows anew; those in which somebody types keep what is typed. */
  refresh(): void {
    this.#asked = true;
    this.#reading ??= this.#read().finally(() => {
      this.#reading = null;
    });
  }

  /** The caret left a row: what could not be shown under it is shown now. */
  let(entry: Entry): void {
    if (this.held !== entry) return;
    this.held = null;
    if (this.#due && this.#sitting.clean) this.refresh();
  }

  /** Says that a row is right as it stands; null for all that are open. */
  async confirm(entry: Entry | null, reason: string | null): Promise<boolean> {
    if (!(await this.#settle())) return false;
    const { story, language } = this.#sitting;
    const row = entry?.row.row ?? null;
    const content = this.rows.view.content ?? "";
    try {
      await call("confirm", { operation: operation(), story, language, row, reason, content });
      return true;
    } finally {
      this.refresh();
    }
  }

  /** Puts the original's words into a row that has no place in the text. */
  async insertOriginal(entry: Entry): Promise<void> {
    entry.words = entry.row.original;
    entry.edited = true;
    this.#sitting.touch();
    await this.#sitting.flush();
  }

  end(): void {
    this.#over = true;
  }

  /** All that was typed is on disk, and the rows are told of that text. */
  async #settle(): Promise<boolean> {
    if (!(await this.#sitting.flush())) return false;
    const held = this.held;
    this.held = null;
    this.refresh();
    while (this.#reading) await this.#reading;
    this.held ??= held;
    return this.rows.view.save === this.#sitting.save;
  }

  async #read(): Promise<void> {
    while (this.#asked && !this.#over) {
      this.#asked = false;
      try {
        this.#take(await this.#fetch());
      } catch (thrown) {
        sayFailed(thrown);
      }
    }
  }

  #take(view: TranslateView): void {
    if (this.#over || this.taking) return;
    if (view.save === this.#sitting.save) this.#merge(view);
    else this.#sitting.moveTo(view.save, () => this.#merge(view));
  }

  #merge(view: TranslateView): void {
    const isEmptied = this.held?.span != null && this.held.words.trim() === "";
    this.#due = isEmptied || !this.rows.merge(view, this.held);
  }

  async #show(): Promise<void> {
    try {
      const view = await this.#fetch();
      const show = () => this.rows.show(view);
      if (!this.#sitting.moveTo(view.save, show)) show();
    } catch (thrown) {
      sayFailed(thrown);
    }
  }

  #fetch(): Promise<TranslateView> {
    const { story, language } = this.#sitting;
    return call("translate", { story, language });
  }

  /**
   * Words of a row without a place: the newsroom finds it. The row's number counts on the text
   * that is on disk, so it is asked for first, and once only: sent again, it is the same row.
   */
  #insertion(entry: Entry, words: string): Outgoing {
    const rest = this.rows.entries.some((other) => other !== entry && other.isNew);
    let row: number | null = null;
    return {
      rest,
      send: async (stamp) => {
        if (row === null) {
          await this.#standOn(stamp.basedOn);
          row = entry.row.row;
        }
        try {
          return await this.#insert(entry, words, row, stamp);
        } catch (thrown) {
          if (Failure.of(thrown).code !== "text_changed") throw thrown;
          return await this.#insertAnew(entry, words);
        }
      },
    };
  }

  async #insert(entry: Entry, words: string, row: number, stamp: Stamp): Promise<SaveAnswer> {
    const { id: sitting, story, language } = this.#sitting;
    const { operation, basedOn: based_on } = stamp;
    const own = words.trim() === entry.row.original.trim() ? null : words.trim();
    const { seen } = this.rows.view;
    const place = { sitting, story, language, row, words: own, based_on, seen };
    const answer = await call("insert_row", { operation, ...place });
    entry.saved = words;
    await this.#standOn(answer.save);
    if (entry.span === null && entry.words === words) entry.words = "";
    return { ...answer, save: this.rows.view.save };
  }

  /** The draft is another by now: the words go into that one, unless they are in it already. */
  async #insertAnew(entry: Entry, words: string): Promise<SaveAnswer> {
    const { save } = await this.#showNewest();
    if (entry.span === null) {
      return this.#insert(entry, words, entry.row.row, { operation: operation(), basedOn: save });
    }
    const at = new Date().toISOString();
    return { outcome: "saved", save, revision: null, kept: null, at, text: null };
  }

  /** The rows are told of the text of this save. */
  async #standOn(save: number): Promise<void> {
    if (this.rows.view.save !== save) await this.#showNewest();
  }

  async #showNewest(): Promise<TranslateView> {
    const view = await this.#fetch();
    if (this.rows.merge(view, this.held)) return view;
    throw new Failure("no_row", { row: String(this.held?.row.row ?? 0) });
  }
}
