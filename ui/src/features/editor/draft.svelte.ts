import type { EditorView } from "@codemirror/view";
import { call, type EditionText, type OpenedDraft } from "../../backend";
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

  constructor(sitting: Sitting, opened: OpenedDraft) {
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

  seen(): number | null {
    return this.#seen;
  }

  outgoing(): Outgoing {
    return this.#sitting.saveOf(this.text(), this.#seen);
  }

  adopt(text: EditionText): void {
    this.#take(text);
    if (this.view) adopt(this.view, text.body);
    this.#body = text.body;
  }

  refresh(): void {
    void this.#refresh();
  }

  async #refresh(): Promise<void> {
    const { story, language } = this.#sitting;
    try {
      const opened = await call("open_edition", { story, language });
      if (opened.save === this.#sitting.save) return;
      this.#sitting.moveTo(opened.save, () => this.adopt(opened.text));
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
