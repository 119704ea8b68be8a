import type { EditionText, Instant, SaveAnswer } from "../../backend";
import { isKept, Keeping } from "./keeping";
import { type Conflict, type Refusal, type SaveState, same } from "./saveState";

export type { Conflict, SaveState } from "./saveState";

/** A text is sent this long after the first keystroke that no sent text holds, at the latest. */
export const THROTTLE_MS = 500;
/** A save that failed is tried again by itself; after some tries, with longer and longer pauses. */
export const RETRY_MS = 2000;
export const LONGEST_RETRY_MS = 16_000;
const PROMPT_TRIES = 5;
/** A save without an answer goes into the journal, too: who holds the database may do so for long. */
export const HELD_MS = 300;
/** A save without an answer counts as not saved, though it may still come through. */
export const SLOW_MS = 2000;

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

/** Where a text is that somebody waited for. */
type Place = "database" | "journal" | "window";

export interface Ports {
  holder: Holder;
  /** Keeps the text in its journal; says when. */
  keep(basedOn: number): Promise<Instant>;
  /** What the journal has is in the database. */
  drop(): void;
  show(state: SaveState): void;
  newOperation(): string;
  now(): number;
  /** Runs something later; returns how to call it off. */
  after(ms: number, run: () => void): () => void;
}

/** No answer of the newsroom: whether the text is on disk cannot be known from it. */
export const NO_ANSWER = "no_answer";
/** The same, while the journal has the text. */
export const DATABASE_HELD = "database_held";
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
 * What the database does not take is kept in the journal meanwhile.
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
  /** What is to happen while there is no answer. */
  #flightTimers: (() => void)[] = [];
  /** There was no answer yet, and the journal takes what is typed. */
  #held = false;
  #keepsSoon = false;
  /** There was no answer for so long that the person is told. */
  #slow = false;
  #waiting: ((place: Place) => void)[] = [];
  readonly #journal: Keeping;
  /** How many saves in a row were refused. */
  #refusals = 0;
  /** Whether the next try was brought forward by a keystroke. */
  #hurried = false;
  /** How a conflict shall end once the last keystrokes are kept. */
  #wish: (() => void) | null = null;
  #shown: SaveState | null = null;

  constructor(ports: Ports, save: number, at: Instant | null) {
    this.#ports = ports;
    this.#journal = new Keeping(ports);
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
    else if (this.#flight === null && this.#journal.now !== null) this.#hurry();
    else if (this.#held) this.#keepSoon();
    this.#show();
  }

  /** The text that is shown is in the journal alone: it is still to be saved. */
  resume(at: Instant): void {
    this.#journal.resume({ at, touches: this.#touches + 1 });
    this.touch();
  }

  /** Sends what is unsaved at once; true when all of it is in the database. */
  async flush(): Promise<boolean> {
    return (await this.#place()) === "database";
  }

  /** Sends what is unsaved at once; true when all of it is on disk, if only in the journal. */
  async secure(): Promise<boolean> {
    return (await this.#place()) !== "window";
  }

  #place(): Promise<Place> {
    if (this.#conflict !== null) return Promise.resolve("window");
    if (this.clean) return Promise.resolve("database");
    return new Promise((settle) => {
      this.#waiting.push(settle);
      if (this.#slow) void this.#keep();
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

  /** The text that is shown stands beside the draft as a revision: somebody has to choose. */
  collide(conflict: Conflict): void {
    this.#touches++;
    this.#conflict = { ...conflict, touches: this.#touches };
    this.#show();
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
    this.#hear();
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

  /** The journal takes what is typed as soon as the database would. */
  #hurry(): void {
    if (this.#hurried) return;
    this.#hurried = true;
    this.#calm();
    this.#schedule(THROTTLE_MS);
  }

  #calm(): void {
    this.#timer?.();
    this.#timer = null;
  }

  #send(): void {
    if (this.#flight !== null || !this.#waits) return;
    this.#calm();
    this.#hurried = false;
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
    this.#unanswered(HELD_MS, () => {
      this.#held = true;
      void this.#keep();
    });
    this.#unanswered(SLOW_MS, () => {
      this.#slow = true;
      this.#settle(this.#journal.now?.touches === this.#touches ? "journal" : "window");
      this.#show();
    });
    this.#show();
    flight.outgoing.send(flight.stamp).then(
      (answer) => this.#landed(flight, answer),
      (failure: Refusal) => this.#refused(flight, failure),
    );
  }

  /** Does something if there is still no answer then. */
  #unanswered(ms: number, run: () => void): void {
    this.#flightTimers.push(this.#ports.after(ms, run));
  }

  /** What is typed while the journal takes it does so together, at the pace of saves. */
  #keepSoon(): void {
    if (this.#keepsSoon) return;
    this.#keepsSoon = true;
    this.#unanswered(THROTTLE_MS, () => {
      this.#keepsSoon = false;
      void this.#keep();
    });
  }

  /** There is an answer, or nobody waits for one any more. */
  #hear(): void {
    for (const callOff of this.#flightTimers) callOff();
    this.#flightTimers = [];
    this.#held = false;
    this.#keepsSoon = false;
    this.#slow = false;
  }

  #down(): void {
    this.#flight = null;
    this.#failed = null;
    this.#hear();
  }

  #landed(flight: Flight, answer: SaveAnswer): void {
    this.#down();
    this.#refusals = 0;
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
    this.#refusals++;
    this.#schedule(pause(this.#refusals));
    if (isKept(failure.code)) void this.#keep();
    else this.#settle("window");
    this.#show();
  }

  async #keep(): Promise<void> {
    const taken = await this.#journal.keep(
      () => this.#save,
      () => this.#touches,
    );
    if (this.#failed === null && !this.#slow) this.#drop();
    else if (taken === null) this.#settle("window");
    else if (taken === this.#touches) this.#settle("journal");
    else if (this.#waiting.length > 0) await this.#goOnKeeping();
    this.#show();
  }

  /** Somebody waits for words that were typed while the journal was written. */
  async #goOnKeeping(): Promise<void> {
    if (this.#flight === null) this.#send();
    else await this.#keep();
  }

  /** The journal is of no use once all is in the database. */
  #drop(): void {
    if (!this.#waits) this.#journal.drop();
  }

  /** After an answer: the rest follows, at once when somebody waits for it. */
  #goOn(rest: boolean): void {
    if (this.#waits) {
      const due = (this.#since ?? 0) + THROTTLE_MS - this.#ports.now();
      if (rest || this.#waiting.length > 0 || due <= 0) this.#send();
      else this.#schedule(due);
    } else {
      this.#drop();
      this.#settle(this.#conflict === null ? "database" : "window");
      this.#grant();
    }
    this.#show();
  }

  #grant(): void {
    const wish = this.#wish;
    this.#wish = null;
    wish?.();
  }

  #settle(place: Place): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const settle of waiting) settle(place);
  }

  #show(): void {
    const state = this.#state();
    if (this.#shown !== null && same(this.#shown, state)) return;
    this.#shown = state;
    this.#ports.show(state);
  }

  #state(): SaveState {
    if (this.#conflict !== null) return { state: "conflict", conflict: this.#conflict };
    if (this.#slow) return this.#refusal(this.#journal.now ? HELD : SLOW);
    if (this.#failed !== null) return this.#refusal(this.#failed.failure);
    if (!this.clean) return { state: "saving" };
    return { state: "saved", at: this.#at };
  }

  #refusal(failure: Refusal): SaveState {
    const kept = this.#journal.now;
    if (kept === null) return { state: "failed", failure };
    return { state: "kept", failure, at: kept.at, pending: kept.touches !== this.#touches };
  }
}

function pause(refusals: number): number {
  const beyond = Math.max(0, refusals - PROMPT_TRIES);
  return Math.min(RETRY_MS * 2 ** beyond, LONGEST_RETRY_MS);
}

const SLOW: Refusal = { code: NO_ANSWER, params: {} };
const HELD: Refusal = { code: DATABASE_HELD, params: {} };
