import { untrack } from "svelte";

import type { Changed } from "./bindings/Changed";
import { onChanged } from "./events";
import { Failure } from "./failure";

/** Changes that come together, as an import's do, are read once. */
const SETTLE_MS = 40;

export interface Live<T> {
  /** The newest answer; the last good one stays while a newer is on its way or failed. */
  readonly value: T | undefined;
  readonly failure: Failure | null;
  readonly loading: boolean;
  reload(): void;
}

/**
 * An answer that stays true: asked again when the reactive values that `load` reads change, and
 * when the newsroom says that something of `concern` changed. To be called while a component is
 * set up. Answers that come out of order are dropped.
 */
export function live<T>(
  load: () => Promise<T>,
  concern: (change: Changed) => boolean = () => true,
): Live<T> {
  let value = $state.raw<T | undefined>();
  let failure = $state.raw<Failure | null>(null);
  let loading = $state(false);
  let round = $state(0);
  let newest = 0;

  $effect(() => {
    void round;
    const mine = ++newest;
    untrack(() => {
      loading = true;
    });
    load().then(
      (answer) => {
        if (mine !== newest) return;
        value = answer;
        failure = null;
        loading = false;
      },
      (thrown) => {
        if (mine !== newest) return;
        failure = Failure.of(thrown);
        loading = false;
      },
    );
  });

  $effect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const deaf = onChanged((change) => {
      if (!concern(change)) return;
      timer ??= setTimeout(() => {
        timer = undefined;
        round++;
      }, SETTLE_MS);
    });
    return () => {
      clearTimeout(timer);
      newest++;
      deaf();
    };
  });

  return {
    get value() {
      return value;
    },
    get failure() {
      return failure;
    },
    get loading() {
      return loading;
    },
    reload: () => {
      round++;
    },
  };
}

/** For {@link live}: changes of one story, and of the newsroom as a whole. */
export function concerns(story: () => string): (change: Changed) => boolean {
  return (change) => change.newsroom || change.stories.includes(story());
}
