import { call, type EditionText, Failure, type Language, operation } from "../../backend";
import { adrift, saved, type Unsaved } from "../../state";
import { type Counts, measure } from "./counts";
import type { Refusal } from "./saveState";
import { type Holder, type Outgoing, Saver, type SaveState } from "./saving";

/** A holder that also gives its text to read, for those who copy or compare it. */
export interface TextHolder extends Holder {
  text(): EditionText;
  /** The followed edition's revision that the writer sees. */
  seen(): number | null;
  /** Words in the window that have no place in the text yet. */
  loose?(): string[];
  /** The newsroom says that the story changed; nothing is unsaved here. */
  refresh(): void;
}

/**
 * One stay in an edition: from opening it to write or translate until leaving it. The mode that
 * shows the text is its holder; whichever it is, the same saver decides when it is saved.
 */
export class Sitting {
  readonly id = operation();
  readonly story: string;
  readonly language: Language;
  state: SaveState = $state.raw({ state: "saved", at: null });
  /** The save counter of what is on disk, as it is known here. */
  disk = $state(0);
  /** Of the text as it was when it was last at rest. */
  counts: Counts | null = $state.raw(null);
  #holder: TextHolder | null = null;
  #saver: Saver | null = null;
  #wrote = false;

  constructor(story: string, language: Language) {
    this.story = story;
    this.language = language;
  }

  /**
   * A mode shows the draft of this save counter; `kept` when its text is in the journal alone.
   * Returns what ends its holding.
   */
  begin(holder: TextHolder, save: number, kept = false): () => void {
    const saver = new Saver(
      {
        holder: {
          outgoing: () => holder.outgoing(),
          adopt: (text) => {
            holder.adopt(text);
            this.#rest();
          },
          saved: (answer, newest) => {
            this.disk = answer.save;
            holder.saved?.(answer, newest);
            if (newest) this.#rest();
          },
        },
        keep: (basedOn) => this.#keep(holder, basedOn),
        drop: () => void this.#tell("drop_kept"),
        show: (state) => this.#show(state),
        newOperation: operation,
        now: () => Date.now(),
        after: (ms, run) => {
          const timer = setTimeout(run, ms);
          return () => clearTimeout(timer);
        },
      },
      save,
      this.state.state === "saved" ? this.state.at : null,
    );
    this.#holder = holder;
    this.#saver = saver;
    this.disk = save;
    this.#rest();
    if (kept) {
      this.#wrote = true;
      saver.resume(new Date().toISOString());
    }
    return () => {
      saver.stop();
      if (this.#saver === saver) this.#saver = null;
      if (this.#holder === holder) this.#holder = null;
    };
  }

  /** The save counter of the draft as it is shown. */
  get save(): number {
    return this.#saver?.save ?? 0;
  }

  get clean(): boolean {
    return this.#saver?.clean ?? true;
  }

  /** Something was typed. */
  touch(): void {
    this.#wrote = true;
    this.#saver?.touch();
  }

  /** Puts on disk what is unsaved; true when all of it is there. */
  flush(): Promise<boolean> {
    return this.#saver?.flush() ?? Promise.resolve(true);
  }

  /** The same; true, too, when it is on disk in its journal alone. */
  secure(): Promise<boolean> {
    return this.#saver?.secure() ?? Promise.resolve(true);
  }

  /** Goes on from a newer draft, which `show` shows. False while something is unsaved here. */
  moveTo(save: number, show: () => void): boolean {
    if (!this.#saver?.moveTo(save, null)) return false;
    this.disk = save;
    show();
    this.#rest();
    return true;
  }

  /** The holder shows another text than before. */
  #rest(): void {
    const text = this.text();
    this.counts = text && measure(text, this.language);
  }

  /** The text as it stands in the window. */
  text(): EditionText | null {
    return this.#holder?.text() ?? null;
  }

  keepTheirs(): void {
    this.#saver?.keepTheirs();
  }

  putMine(): void {
    this.#saver?.putMine();
  }

  /**
   * A revision that a journal left beside the draft is shown, to be chosen or not. False while
   * something is unsaved here.
   */
  async collide(kept: number): Promise<boolean> {
    const { story, language } = this;
    const mine = await call("show_revision", { story, language, revision: kept });
    const theirs = await call("open_edition", { story, language });
    const saver = this.#saver;
    if (!this.#atRest || !saver?.moveTo(theirs.save, theirs.at)) return false;
    this.#holder?.adopt(mine.text);
    const { save, at, text } = theirs;
    saver.collide({ theirs: text, kept, save, at: at ?? new Date().toISOString() });
    return true;
  }

  /** Hears that the story changed. What we did ourselves is a save of ours, mostly. */
  async changed(own: boolean): Promise<void> {
    const { story, language } = this;
    if (!this.#atRest) return;
    if (own) {
      const opened = await call("open_edition", { story, language }).catch(() => null);
      if (opened === null || opened.save === this.save || !this.#atRest) return;
    }
    this.#holder?.refresh();
  }

  get #atRest(): boolean {
    return this.clean && this.state.state !== "conflict";
  }

  /** The person goes: what is in no revision yet becomes one. The text itself is on disk before. */
  async leave(): Promise<void> {
    if (!this.#wrote) return;
    this.#wrote = false;
    const { story, language } = this;
    try {
      await call("leave_edition", { operation: operation(), story, language });
    } catch {
      // The draft keeps the text, and the next sitting cuts the revision.
      this.#wrote = true;
    }
  }

  /**
   * The text goes from the screen. What its journal has is saved from there; what is on no disk
   * stays in the window.
   */
  async part(): Promise<void> {
    if (this.clean || this.state.state === "conflict") return;
    const { story, language } = this;
    const text = this.text();
    if (this.state.state !== "kept" && text) {
      adrift.add({ ...this.#draft(this.#holder, this.save), story, language, text });
    }
    await this.#tell("let_go");
  }

  /** Nothing more is said of this sitting. */
  end(): void {
    this.#saver?.stop();
    saved.none();
  }

  /** A save of a whole text. */
  saveOf(text: EditionText, seen: number | null, rest = false): Outgoing {
    const { id: sitting, story, language } = this;
    return {
      rest,
      send: ({ operation, basedOn: based_on }) =>
        call("save_draft", { operation, sitting, story, language, based_on, seen, text }),
    };
  }

  async #keep(holder: TextHolder, basedOn: number): Promise<string> {
    const { story, language } = this;
    const draft = { ...this.#draft(holder, basedOn), story, language, text: holder.text() };
    return (await call("keep_draft", { ...draft, operation: operation() })).at;
  }

  #draft(holder: TextHolder | null, based_on: number) {
    const { id: sitting } = this;
    return { sitting, based_on, seen: holder?.seen() ?? null, loose: holder?.loose?.() ?? [] };
  }

  /** What fails here is made good when the newsroom is opened the next time. */
  async #tell(what: "drop_kept" | "let_go"): Promise<void> {
    const { story, language } = this;
    await call(what, { story, language }).catch(() => {});
  }

  #show(state: SaveState): void {
    this.state = state;
    switch (state.state) {
      case "saved":
        if (state.at === null) saved.none();
        else saved.at(state.at);
        break;
      case "saving":
        saved.saving();
        break;
      case "failed":
        saved.failed(this.#unsaved(state.failure));
        break;
      case "kept":
        saved.kept(this.#unsaved(state.failure), state.at, state.pending);
        break;
      case "conflict":
        saved.none();
        break;
    }
  }

  #unsaved({ code, params }: Refusal): Unsaved {
    const { story, language } = this;
    return {
      failure: new Failure(code, params),
      plain: () => this.plain(),
      texts: () => {
        const text = this.text();
        return text ? [{ story, language, text, loose: this.#holder?.loose?.() ?? [] }] : [];
      },
    };
  }

  /** The text as it stands in the window, to be pasted elsewhere. */
  plain(): string {
    const text = this.text();
    return text ? plain(text, this.#holder?.loose?.() ?? []) : "";
  }
}

function plain({ headline, lead, body, variants }: EditionText, loose: string[]): string {
  const parts = [headline, lead, body, ...Object.values(variants), ...loose];
  return parts.filter((part) => part.trim() !== "").join("\n\n");
}
