import type { EditionText, Instant, SaveAnswer } from "../../backend";

/** A text is sent this long after the first keystroke that no sent text holds, at the latest. */
export const THROTTLE_MS = 500;
/** A save that failed is tried again by itself. */
export const RETRY_MS = 2000;
/** A save without an answer counts as not saved, though it may still come through. */
export const SLOW_MS = 2000;

/** Why a text is not on disk. */
export interface Refusal {
  code: string;
  params: Record<string, string>;
}

/** What every way of putting text on disk carries. */
export interface Stamp {
  operation: string;
  /** The save counter of the draft that the text was made from. */
  basedOn: number;
}

/** Something to be put on disk, fixed when it was asked for. Sent twice, it is the same thing. */
export interface Outgoing {
  send(stamp: Stamp): Promise<SaveAnswer>;
  /** Whether text stays unsaved when this is on disk. */
  rest: boolean;
}

/** Whoever shows the text. */
export interface Holder {
  /** The text as it is now; asked only when something was typed. */
  outgoing(): Outgoing;
  /** Shows another text instead. */
  adopt(text: EditionText): void;
  /** What was sent is on disk; `newest` when nothing was typed since. */
  saved?(answer: SaveAnswer, newest: boolean): void;
}

/** Two texts on the same draft; both are kept. */
export interface Conflict {
  theirs: EditionText;
  /** Our text's revision. */
  kept: number | null;
  /** The save counter of their text. */
  save: number;
  at: Instant;
}

export type SaveState =
  | { state: "saved"; at: Instant | null }
  | { state: "saving" }
  | { state: "failed"; failure: Refusal }
  | { state: "conflict"; conflict: Conflict };

export interface Ports {
  holder: Holder;
  show(state: SaveState): void;
  newOperation(): string;
  now(): number;
  /** Runs something later; returns how to call it off. */
  after(ms: number, run: () => void): () => void;
}

/** No answer of the newsroom: whether the text is on disk cannot be known from it. */
export const NO_ANSWER = "no_answer";
const UNCERTAIN = new Set(["unknown", NO_ANSWER]);

interface Flight {
  outgoing: Outgoing;
  stamp: Stamp;
  /** How many keystrokes it holds. */
  touches: number;
  /** Whether it may be on disk without our knowing. */
  uncertain: boolean;
}

/**
 * Decides when a draft is saved: soon after a keystroke, also while typing goes on; one save at a
 * time; "saved" only once the newsroom says so. A save whose answer was lost is sent again as it
 * was until there is one, for it may be on disk; one that was refused gives way to a newer text.
 */
export class Saver {
  readonly #ports: Ports;
  #save: number;
  #at: Instant | null;
  #touches = 0;
  #saved = 0;
  /** When the first keystroke was that no sent text holds. */
  #since: number | null = null;
  #flight: Flight | null = null;
  #failed: { flight: Flight; failure: Refusal } | null = null;
  #conflict: (Conflict & { touches: number }) | null = null;
  #timer: (() => void) | null = null;
  #slowTimer: (() => void) | null = null;
  #slow = false;
  #waiting: ((saved: boolean) => void)[] = [];
  /** How a conflict shall end once the last keystrokes are kept. */
  #wish: (() => void) | null = null;
  #shown: SaveState | null = null;

  constructor(ports: Ports, save: number, at: Instant | null) {
    this.#ports = ports;
    this.#save = save;
    this.#at = at;
    this.#show();
  }

  /** The save counter of the draft that this text stands on. */
  get save(): number {
    return this.#save;
  }

  /** Nothing here that is not on disk. */
  get clean(): boolean {
    return this.#touches === this.#saved && this.#flight === null;
  }

  get inConflict(): boolean {
    return this.#conflict !== null;
  }

  /** Something was typed. Cheap: called on every key. */
  touch(): void {
    this.#touches++;
    this.#since ??= this.#ports.now();
    if (this.#flight === null && this.#failed === null) this.#schedule(THROTTLE_MS);
    this.#show();
  }

  /** Sends what is unsaved at once; true when all of it is on disk. */
  flush(): Promise<boolean> {
    if (this.#conflict !== null) return Promise.resolve(false);
    if (this.clean) return Promise.resolve(true);
    return new Promise((settle) => {
      this.#waiting.push(settle);
      if (this.#slow) this.#settle(false);
      else if (this.#flight === null) this.#send();
    });
  }

  /**
   * The draft was changed elsewhere, and the holder is to show it. False when text waits here, or
   * when it is an older draft that was read before the last save.
   */
  moveTo(save: number, at: Instant | null): boolean {
    if (!this.clean || this.#conflict !== null || save < this.#save) return false;
    this.#save = save;
    this.#at = at;
    this.#show();
    return true;
  }

  /** Ends a conflict with the other text; ours stays as a revision. */
  keepTheirs(): void {
    this.#end((conflict) => {
      this.#save = conflict.save;
      this.#at = conflict.at;
      this.#saved = this.#touches;
      this.#since = null;
      this.#ports.holder.adopt(conflict.theirs);
    });
  }

  /** Ends a conflict with our text, in place of theirs. */
  putMine(): void {
    this.#end((conflict) => {
      this.#save = conflict.save;
      this.#send();
    });
  }

  /** Forgets all timers; what is unsaved stays so. */
  stop(): void {
    this.#calm();
    this.#slowTimer?.();
    this.#slowTimer = null;
  }

  #end(how: (conflict: Conflict) => void): void {
    const conflict = this.#conflict;
    if (conflict === null) return;
    if (this.#waits || this.#flight !== null) {
      this.#wish = () => this.#end(how);
      this.#send();
      return;
    }
    this.#calm();
    this.#failed = null;
    this.#conflict = null;
    how(conflict);
    this.#show();
  }

  /** Whether something is typed that is neither on disk nor, in a conflict, in a revision. */
  get #waits(): boolean {
    const safe = this.#conflict === null ? this.#saved : this.#conflict.touches;
    return this.#touches > safe;
  }

  #schedule(ms: number): void {
    if (this.#timer !== null) return;
    this.#timer = this.#ports.after(ms, () => {
      this.#timer = null;
      this.#send();
    });
  }

  #calm(): void {
    this.#timer?.();
    this.#timer = null;
  }

  #send(): void {
    if (this.#flight !== null || !this.#waits) return;
    this.#calm();
    const failed = this.#failed?.flight;
    const again = failed && (failed.uncertain || failed.touches === this.#touches);
    this.#fly(again ? failed : this.#fresh());
  }

  #fresh(): Flight {
    this.#since = null;
    return {
      outgoing: this.#ports.holder.outgoing(),
      stamp: { operation: this.#ports.newOperation(), basedOn: this.#save },
      touches: this.#touches,
      uncertain: false,
    };
  }

  #fly(flight: Flight): void {
    this.#flight = flight;
    this.#slowTimer = this.#ports.after(SLOW_MS, () => {
      this.#slow = true;
      this.#settle(false);
      this.#show();
    });
    this.#show();
    flight.outgoing.send(flight.stamp).then(
      (answer) => this.#landed(flight, answer),
      (failure: Refusal) => this.#refused(flight, failure),
    );
  }

  #down(): void {
    this.#flight = null;
    this.#failed = null;
    this.#slow = false;
    this.#slowTimer?.();
    this.#slowTimer = null;
  }

  #landed(flight: Flight, answer: SaveAnswer): void {
    this.#down();
    if (answer.outcome === "conflict") {
      this.#collided(flight, answer);
    } else {
      this.#conflict = null;
      this.#save = answer.save;
      this.#at = answer.at;
      if (flight.outgoing.rest) this.#since ??= this.#ports.now();
      else this.#saved = flight.touches;
      this.#ports.holder.saved?.(answer, this.#touches === this.#saved);
    }
    this.#goOn(flight.outgoing.rest);
  }

  #collided(flight: Flight, answer: SaveAnswer): void {
    this.#conflict = {
      theirs: answer.text ?? { headline: "", lead: "", body: "", variants: {} },
      kept: answer.kept,
      save: answer.save,
      at: answer.at,
      touches: flight.touches,
    };
  }

  #refused(flight: Flight, failure: Refusal): void {
    this.#down();
    flight.uncertain ||= UNCERTAIN.has(failure.code);
    this.#failed = { flight, failure };
    this.#wish = null;
    this.#settle(false);
    this.#schedule(RETRY_MS);
    this.#show();
  }

  /** After an answer: the rest follows, at once when somebody waits for it. */
  #goOn(rest: boolean): void {
    if (this.#waits) {
      const due = (this.#since ?? 0) + THROTTLE_MS - this.#ports.now();
      if (rest || this.#waiting.length > 0 || due <= 0) this.#send();
      else this.#schedule(due);
    } else {
      this.#settle(this.#conflict === null);
      this.#grant();
    }
    this.#show();
  }

  #grant(): void {
    const wish = this.#wish;
    this.#wish = null;
    wish?.();
  }

  #settle(saved: boolean): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const settle of waiting) settle(saved);
  }

  #show(): void {
    const state = this.#state();
    if (this.#shown !== null && same(this.#shown, state)) return;
    this.#shown = state;
    this.#ports.show(state);
  }

  #state(): SaveState {
    if (this.#conflict !== null) return { state: "conflict", conflict: this.#conflict };
    if (this.#slow) return { state: "failed", failure: SLOW };
    if (this.#failed !== null) return { state: "failed", failure: this.#failed.failure };
    if (!this.clean) return { state: "saving" };
    return { state: "saved", at: this.#at };
  }
}

const SLOW: Refusal = { code: NO_ANSWER, params: {} };

function same(one: SaveState, other: SaveState): boolean {
  if (one.state === "saved" && other.state === "saved") return one.at === other.at;
  if (one.state === "failed" && other.state === "failed") return one.failure === other.failure;
  if (one.state === "conflict" && other.state === "conflict") {
    return one.conflict === other.conflict;
  }
  return one.state === other.state;
}
