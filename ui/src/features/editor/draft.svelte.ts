import type { EditorView } from "@codemirror/view";
import { call, type DraftView, type EditionText, type SaveAnswer } from "../../backend";
import { sayFailed } from "../../state";
import { adopt } from "./body";
import type { Outgoing } from "./saving";
import type { Sitting, TextHolder } from "./sitting.svelte";
import { written } from "./variants";

/** A draft as Write shows it: three fields, and the body in its editor. */
export class Draft implements TextHolder {
  headline = $state("");
  lead = $state("");
  variants: Record<string, string> = $state.raw({});
  /** The body's editor, once it is there; until then the body as it was opened. */
  view: EditorView | null = null;
  readonly #sitting: Sitting;
  readonly #seen: number | null;
  #body: string;

  constructor(sitting: Sitting, opened: DraftView) {
    this.#sitting = sitting;
    this.#seen = opened.seen;
    this.#body = opened.text.body;
    this.#take(opened.text);
  }

  text(): EditionText {
    return {
      headline: this.headline,
      lead: this.lead,
      body: this.view?.state.doc.toString() ?? this.#body,
      variants: written(this.variants),
    };
  }

  outgoing(): Outgoing {
    return this.#sitting.saveOf(this.text(), this.#seen);
  }

  adopt(text: EditionText): void {
    this.#take(text);
    if (this.view) adopt(this.view, text.body);
    this.#body = text.body;
  }

  saved(answer: SaveAnswer, newest: boolean): void {
    if (!newest || answer.text === null) return;
    if (!sameButEnds(answer.text, this.text())) this.adopt(answer.text);
  }

  refresh(): void {
    void this.#refresh();
  }

  async #refresh(): Promise<void> {
    const { story, language } = this.#sitting;
    try {
      const opened = await call("open_edition", { story, language });
      if (opened.save === this.#sitting.save || !this.#sitting.moveTo(opened.save)) return;
      this.adopt(opened.text);
    } catch (thrown) {
      sayFailed(thrown);
    }
  }

  #take({ headline, lead, variants }: EditionText): void {
    if (this.headline !== headline) this.headline = headline;
    if (this.lead !== lead) this.lead = lead;
    this.variants = variants;
  }
}

/** Whether a text differs from another only in blanks at the ends, as one that is being typed. */
export function sameButEnds(one: EditionText, other: EditionText): boolean {
  const names = new Set([...Object.keys(one.variants), ...Object.keys(other.variants)]);
  const pairs: [string, string][] = [
    [one.headline, other.headline],
    [one.lead, other.lead],
    [one.body, other.body],
  ];
  for (const name of names) pairs.push([one.variants[name] ?? "", other.variants[name] ?? ""]);
  return pairs.every(([mine, theirs]) => mine.trim() === theirs.trim());
}
