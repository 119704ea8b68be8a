import { type ChangeKind, call, Failure, operation, type ReviewView } from "../../backend";
import { t } from "../../i18n";
import { go, say, session } from "../../state";
import { wording } from "./news";
import { nextWaiting, waiting } from "./next";

/** How much of the board is looked through for the next text. */
const LOOKED_AT = 200;

/** What an editor does with the text that is on the screen. */
export class Deciding {
  /** The note for readers. */
  note = $state("");
  /** The comment that goes back with the text; it lives longer than its dialog. */
  comment = $state("");
  busy = $state(false);
  failure = $state.raw<Failure | null>(null);
  /** Changed blocks of the original that were marked as minor here. */
  minor = $state.raw<ReadonlySet<number>>(new Set());

  #chosen = $state<ChangeKind | null>(null);
  readonly #view: () => ReviewView | undefined;
  readonly #reload: () => void;

  constructor(view: () => ReviewView | undefined, reload: () => void) {
    this.#view = view;
    this.#reload = reload;
  }

  /**
   * What the approval says of a page that is out. Whoever brings a correction of the original to
   * its readers corrects, as a rule.
   */
  get kind(): ChangeKind {
    return this.#chosen ?? (this.#view()?.awaited ? "correction" : "update");
  }

  set kind(kind: ChangeKind) {
    this.#chosen = kind;
  }

  get #headline(): string {
    const headline = this.#view()?.blocks.find(({ kind }) => kind === "headline");
    return headline ? wording(headline) : "";
  }

  /** Why the text on the screen cannot be approved as it is chosen now. */
  get hindrance(): Failure | null {
    const view = this.#view();
    if (!view) return null;
    if (view.refusal) return Failure.of(view.refusal);
    if (!view.is_out) return null;
    if (this.kind === "silent" && view.changed_facts.length > 0) {
      return new Failure("not_silent", { facts: view.changed_facts.join(", ") });
    }
    return this.needsNote && this.note.trim() === "" ? new Failure("note_needed") : null;
  }

  get needsNote(): boolean {
    return this.kind === "correction" || this.kind === "clarification";
  }

  get mayApprove(): boolean {
    return !this.busy && Boolean(this.#view()?.content) && this.hindrance === null;
  }

  /** Puts the editor's name to exactly the text on the screen. */
  async approve(then: "stay" | "next"): Promise<void> {
    const view = this.#view();
    const content = view?.content;
    if (!view || !content || !this.mayApprove) return;
    await this.#decide(async () => {
      const queue = then === "next" ? await this.#queue() : [];
      await call("approve", {
        operation: operation(),
        story: view.story,
        language: view.language,
        change: view.is_out ? this.kind : "update",
        note: view.is_out && this.needsNote ? this.note.trim() : null,
        content,
      });
      say(t("review-done-approve", { headline: this.#headline }));
      if (then === "next") await leaveFor(nextWaiting(queue, view));
    });
  }

  /** Sends the text back; tells whether it went. */
  async giveBack(): Promise<boolean> {
    const done = await this.#rule("return_edition", this.comment.trim());
    if (done) this.comment = "";
    return done;
  }

  /** Takes the approval back; tells whether it is. */
  revoke(note: string): Promise<boolean> {
    return this.#rule("revoke", note.trim() || null);
  }

  /** Says that translations need not follow a changed block of the original. */
  async passAsMinor(block: number): Promise<void> {
    const view = this.#view();
    if (!view) return;
    await this.#decide(async () => {
      const { story } = view;
      const { rows } = await call("minor", { operation: operation(), story, block, reason: null });
      this.minor = new Set([...this.minor, block]);
      say(t("review-minor-done", { rows }));
    });
  }

  async #rule(name: "return_edition" | "revoke", note: string | null): Promise<boolean> {
    const view = this.#view();
    if (!view) return false;
    const { story, language } = view;
    return this.#decide(async () => {
      const headline = this.#headline;
      await call(name, { operation: operation(), story, language, note });
      const done = name === "revoke" ? "review-done-revoke" : "review-done-return";
      say(t(done, { headline }));
    });
  }

  async #queue() {
    const { stories } = await call("board", {
      query: { filter: "approve", search: "", language: "uk", offset: 0, limit: LOOKED_AT },
    });
    return waiting(stories, session.me?.approve ?? []);
  }

  async #decide(decision: () => Promise<void>): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    this.failure = null;
    try {
      await decision();
      return true;
    } catch (thrown) {
      this.failure = Failure.of(thrown);
      // The new text is to be read; what is new in it will be marked.
      if (this.failure.code === "text_changed") this.#reload();
      return false;
    } finally {
      this.busy = false;
    }
  }
}

async function leaveFor(next: ReturnType<typeof nextWaiting>): Promise<void> {
  if (next) {
    await go({ screen: "story", ...next, mode: "review" });
    return;
  }
  await go({ screen: "board", filter: "approve" });
  say(t("review-none-waits"));
}
