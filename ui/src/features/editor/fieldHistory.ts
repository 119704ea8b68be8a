/** A field's words and what is selected in them. */
export interface FieldState {
  value: string;
  start: number;
  end: number;
}

/** Letters that follow each other faster than this are undone together. */
const PAUSE_MS = 600;
/** So many steps are kept. */
const STEPS = 300;

/**
 * What was typed in a field, to be undone. WebKit has a history of its own, but forgets it whenever
 * a frame of the window loads, as the preview does after each save.
 */
export class FieldHistory {
  #now: FieldState;
  #past: FieldState[] = [];
  #future: FieldState[] = [];
  #typedAt = Number.NEGATIVE_INFINITY;

  constructor(value: string) {
    this.#now = { value, start: value.length, end: value.length };
  }

  /** What is selected before something is typed: there the caret goes back to. */
  before(start: number, end: number): void {
    this.#now = { ...this.#now, start, end };
  }

  /** Something was typed. */
  typed(next: FieldState, at: number): void {
    if (next.value === this.#now.value) return;
    if (!this.#goesOn(next, at)) this.#past = [...this.#past, this.#now].slice(-STEPS);
    this.#typedAt = at;
    this.#future = [];
    this.#now = next;
  }

  /** The field shows a text from elsewhere: there is nothing to undo in it. */
  replaced(value: string): void {
    if (value === this.#now.value) return;
    if (value === oneLine(this.#now.value)) {
      this.#now = { ...this.#now, value };
      return;
    }
    this.#now = { value, start: value.length, end: value.length };
    this.#past = [];
    this.#future = [];
  }

  undo(): FieldState | null {
    return this.#step(this.#past, this.#future);
  }

  redo(): FieldState | null {
    return this.#step(this.#future, this.#past);
  }

  #step(from: FieldState[], to: FieldState[]): FieldState | null {
    const state = from.pop();
    if (!state) return null;
    to.push(this.#now);
    this.#now = state;
    this.#typedAt = Number.NEGATIVE_INFINITY;
    return state;
  }

  /** One more letter right after the last one. */
  #goesOn(next: FieldState, at: number): boolean {
    const longer = next.value.length - this.#now.value.length;
    return longer === 1 && next.end === this.#now.end + 1 && at - this.#typedAt < PAUSE_MS;
  }
}

/** Words as a field of one line has them. */
export function oneLine(words: string): string {
  return words.replace(/\s*\n\s*/g, " ");
}

export interface Undoing {
  undo(): boolean;
  redo(): boolean;
}

const fields = new WeakMap<Element, Undoing>();

/** Says how what was typed in a field is undone, for as long as the field is there. */
export function undoneBy(field: Element, undoing: Undoing): () => void {
  fields.set(field, undoing);
  return () => {
    fields.delete(field);
  };
}

export function undoingOf(field: Element | null): Undoing | undefined {
  return field ? fields.get(field) : undefined;
}
