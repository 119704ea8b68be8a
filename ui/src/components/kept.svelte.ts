import { untrack } from "svelte";

import { Failure } from "../backend";

/** Saves a value; answers a warning's code, if there is one. */
type Save = (value: string) => Promise<string | null>;

/**
 * A field that is saved when it is left. Until then news of the newsroom does not touch it; what
 * could not be saved stays in it, with the reason.
 */
export class Kept {
  state = $state<"still" | "saving" | "saved" | "failed">("still");
  failure = $state.raw<Failure | null>(null);
  /** The code of something worth knowing though it was saved. */
  warning = $state.raw<string | null>(null);

  #value = $state("");
  /** What the newsroom has, as far as is known here. */
  #known: string;
  #save: Save;
  #running: Promise<void> = Promise.resolve();

  constructor(stands: string, save: Save) {
    this.#known = stands;
    this.#value = stands;
    this.#save = save;
  }

  /** What stands in the field. */
  get value(): string {
    return this.#value;
  }

  set value(typed: string) {
    this.#value = typed;
    if (this.state === "saved") this.state = "still";
  }

  /** The newsroom has this now, by whomever. */
  news(stands: string): void {
    if (this.#value === this.#known) this.#value = stands;
    this.#known = stands;
  }

  /** The person leaves the field: what they typed is saved. */
  readonly leave = (): Promise<void> => {
    this.#running = this.#running.then(() => this.#left());
    return this.#running;
  };

  /** The field goes away; with the focus in it, it hears nothing of being left. */
  end(): void {
    if (this.#value !== this.#known && this.state !== "failed") void this.leave();
  }

  async #left(): Promise<void> {
    if (this.#value !== this.#known) await this.#store(this.#value);
    else if (this.state === "failed") [this.state, this.failure] = ["still", null];
  }

  async #store(typed: string): Promise<void> {
    this.state = "saving";
    try {
      this.warning = await this.#save(typed);
      this.#known = typed;
      this.failure = null;
      this.state = "saved";
    } catch (thrown) {
      this.failure = Failure.of(thrown);
      this.state = "failed";
    }
  }
}

/** A field beside what the newsroom has. To be called while a component is set up. */
export function kept(stands: () => string, save: Save): Kept {
  const field = new Kept(untrack(stands), save);
  $effect(() => {
    const now = stands();
    untrack(() => field.news(now));
  });
  $effect(() => () => field.end());
  return field;
}
