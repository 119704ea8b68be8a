import { untrack } from "svelte";

import { Failure } from "../../backend";

export interface Kept {
  /** What stands in the field. */
  value: string;
  readonly state: "still" | "saving" | "saved" | "failed";
  readonly failure: Failure | null;
  /** The code of something worth knowing though it was saved. */
  readonly warning: string | null;
  /** The person leaves the field: what they typed is saved. */
  leave(): Promise<void>;
}

/** Saves a value; answers a warning's code, if there is one. */
type Save = (value: string) => Promise<string | null>;

/**
 * A field that is saved when it is left. Until then news of the newsroom does not touch it; what
 * could not be saved stays in it, with the reason. To be called while a component is set up.
 */
export function kept(stands: () => string, save: Save): Kept {
  let value = $state(untrack(stands));
  let state = $state<Kept["state"]>("still");
  let failure = $state.raw<Failure | null>(null);
  let warning = $state.raw<string | null>(null);
  let known = untrack(stands);
  let running: Promise<void> = Promise.resolve();

  $effect(() => {
    const now = stands();
    untrack(() => {
      if (value === known) value = now;
      known = now;
    });
  });
  // A field that goes away with the focus in it hears no blur.
  $effect(() => () => {
    if (value !== known && state !== "failed") void store(value);
  });

  async function store(typed: string) {
    state = "saving";
    try {
      warning = await save(typed);
      known = typed;
      failure = null;
      state = "saved";
    } catch (thrown) {
      failure = Failure.of(thrown);
      state = "failed";
    }
  }

  return {
    get value() {
      return value;
    },
    set value(typed) {
      value = typed;
      if (state === "saved") state = "still";
    },
    get state() {
      return state;
    },
    get failure() {
      return failure;
    },
    get warning() {
      return warning;
    },
    leave() {
      running = running.then(async () => {
        if (value === known) {
          if (state === "failed") [state, failure] = ["still", null];
          return;
        }
        await store(value);
      });
      return running;
    },
  };
}
