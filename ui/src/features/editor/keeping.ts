import type { Instant } from "../../backend";

/** The disk or the database does not do its part: until it does, the journal has the text. */
const KEPT_FOR = new Set(
  "damaged database disk_full files locked no_newsroom not_a_newsroom read_only".split(" "),
);

/** Whether a refused save is a matter of the journal. */
export function isKept(code: string): boolean {
  return KEPT_FOR.has(code);
}

/** What the journal has: how many keystrokes, and since when. */
interface Kept {
  at: Instant;
  touches: number;
}

interface Ports {
  /** Keeps the text in its journal; says when. */
  keep(basedOn: number): Promise<Instant>;
  /** What the journal has is in the database. */
  drop(): void;
}

/** The journal of a text, beside whoever saves it. */
export class Keeping {
  readonly #ports: Ports;
  #kept: Kept | null = null;
  #takes = false;
  #running: Promise<unknown> = Promise.resolve();

  constructor(ports: Ports) {
    this.#ports = ports;
  }

  /** What the journal has, while it takes what it is given. */
  get now(): Kept | null {
    return this.#takes ? this.#kept : null;
  }

  /** The text was in the journal before. */
  resume(kept: Kept): void {
    this.#kept = kept;
    this.#takes = true;
  }

  /**
   * Keeps the text as it is when its turn comes, so that what the journal has last is the newest.
   * Tells how many keystrokes it took; null when it took none.
   */
  keep(basedOn: () => number, touches: () => number): Promise<number | null> {
    const mine = this.#running.then(async () => {
      const taken = touches();
      const at = await this.#ports.keep(basedOn()).catch(() => null);
      this.#takes = at !== null;
      if (at === null) return null;
      this.#kept = { at, touches: taken };
      return taken;
    });
    this.#running = mine;
    return mine;
  }

  /** All of it is in the database. */
  drop(): void {
    if (this.#kept === null) return;
    this.#kept = null;
    this.#takes = false;
    this.#ports.drop();
  }
}
