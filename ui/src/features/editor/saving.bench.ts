import type { EditionText, SaveAnswer } from "../../backend";
import { Saver, type SaveState, type Stamp } from "./saving";

export const text = (body: string): EditionText => ({
  headline: "H",
  lead: "L",
  body,
  variants: {},
});

export interface Sent extends Stamp {
  body: string;
  at: number;
  answer(answer: Partial<SaveAnswer>): Promise<void>;
  refuse(code: string): Promise<void>;
}

/** A desk with a clock in hand, a disk that answers when told to, and somebody who types. */
export class Bench {
  clock = 0;
  body = "";
  sent: Sent[] = [];
  shown: SaveState[] = [];
  adopted: EditionText[] = [];
  saved: [SaveAnswer, boolean][] = [];
  /** What the journal has; it takes nothing while it is not `open`. */
  journal: string | null = null;
  open = false;
  parts = 1;
  #timers: { at: number; run: () => void }[] = [];
  #operations = 0;
  saver = new Saver(
    {
      holder: {
        outgoing: () => {
          const body = this.body;
          this.parts--;
          return { rest: this.parts > 0, send: (stamp) => this.#send(body, stamp) };
        },
        adopt: (adopted) => this.adopted.push(adopted),
        saved: (answer, newest) => this.saved.push([answer, newest]),
      },
      keep: async () => {
        if (!this.open) throw { code: "disk_full", params: {} };
        this.journal = this.body;
        return `k${this.clock}`;
      },
      drop: () => {
        this.journal = null;
      },
      show: (state) => this.shown.push(state),
      newOperation: () => `op${++this.#operations}`,
      now: () => this.clock,
      after: (ms, run) => {
        const timer = { at: this.clock + ms, run };
        this.#timers.push(timer);
        return () => {
          this.#timers = this.#timers.filter((other) => other !== timer);
        };
      },
    },
    7,
    "opened",
  );

  #send(body: string, stamp: Stamp): Promise<SaveAnswer> {
    return new Promise((resolve, reject) => {
      this.sent.push({
        ...stamp,
        body,
        at: this.clock,
        answer: (answer) => {
          const save = stamp.basedOn + 1;
          const whole = { outcome: "saved" as const, save, revision: null, kept: null, text: null };
          resolve({ ...whole, at: `t${this.clock}`, ...answer });
          return settled();
        },
        refuse: (code) => {
          reject({ code, params: {} });
          return settled();
        },
      });
    });
  }

  type(letters: string): void {
    this.body += letters;
    this.saver.touch();
  }

  async pass(ms: number): Promise<void> {
    const until = this.clock + ms;
    for (;;) {
      const next = this.#timers.filter((timer) => timer.at <= until).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      this.clock = next.at;
      this.#timers = this.#timers.filter((timer) => timer !== next);
      next.run();
      await settled();
    }
    this.clock = until;
  }

  get state(): SaveState {
    return this.shown.at(-1) as SaveState;
  }

  last(): Sent {
    return this.sent.at(-1) as Sent;
  }

  get bodies(): string[] {
    return this.sent.map((sent) => sent.body);
  }
}

export const settled = () => new Promise<void>((resolve) => setTimeout(resolve, 0));
