import { call, type EditionText, Failure, type Language, operation } from "../../backend";
import { saved } from "../../state";
import { type Counts, measure } from "./counts";
import { type Holder, type Outgoing, Saver, type SaveState } from "./saving";

/** A holder that also gives its text to read, for those who copy or compare it. */
export interface TextHolder extends Holder {
  text(): EditionText;
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

  /** A mode shows the draft of this save counter. Returns what ends its holding. */
  begin(holder: TextHolder, save: number): () => void {
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
        saved.failed(new Failure(state.failure.code, state.failure.params), () => this.plain());
        break;
      case "conflict":
        saved.none();
        break;
    }
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
