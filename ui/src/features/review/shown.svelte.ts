import { untrack } from "svelte";

import type { ReviewView } from "../../backend";
import { newsOf } from "./news";

/** What came into a text while it was on the screen. */
export interface News {
  /** Numbers of this edition's blocks. */
  readonly blocks: ReadonlySet<number>;
  /** Numbers of the original's blocks. */
  readonly originals: ReadonlySet<number>;
  readonly any: boolean;
}

const NONE: ReadonlySet<number> = new Set();

/** Watches what is shown, and marks what was not there before. To be called while set up. */
export function watched(view: () => ReviewView | undefined): News {
  let before: ReviewView | undefined;
  let blocks = $state.raw<ReadonlySet<number>>(NONE);
  let originals = $state.raw<ReadonlySet<number>>(NONE);

  $effect(() => {
    const now = view();
    untrack(() => {
      if (now && before && isSameEdition(before, now) && !isDecided(before, now)) {
        if (before.content !== now.content) blocks = newsOf(before.blocks, now.blocks);
        const other = newsOf(before.original_blocks, now.original_blocks);
        if (other.size > 0) originals = other;
      } else {
        blocks = NONE;
        originals = NONE;
      }
      before = now;
    });
  });

  return {
    get blocks() {
      return blocks;
    },
    get originals() {
      return originals;
    },
    get any() {
      return blocks.size + originals.size > 0;
    },
  };
}

/** Whoever decided has seen the text: it holds no news any more. */
function isDecided(one: ReviewView, other: ReviewView): boolean {
  return one.since?.at !== other.since?.at || one.returned?.at !== other.returned?.at;
}

function isSameEdition(one: ReviewView, other: ReviewView): boolean {
  return one.story === other.story && one.language === other.language;
}
