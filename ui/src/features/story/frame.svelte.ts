import type { Snippet } from "svelte";

/** What a mode puts into the frame around it. */
export interface Parts {
  /** Buttons at the end of the head, the main one last. */
  actions?: Snippet;
  /** A column beside mode and head. */
  aside?: Snippet;
  /** What the foot says of the text, and which keys help here. */
  measures?: Snippet;
  hints?: Snippet;
}

let parts = $state.raw<Parts>({});

/** What stands in the frame now; for the frame only. */
export function framed(): Parts {
  return parts;
}

/** Fills the frame for as long as a mode is there. To be called while it is set up. */
export function inFrame(mine: Parts): void {
  $effect(() => {
    parts = mine;
    return () => {
      if (parts === mine) parts = {};
    };
  });
}
