import type { Snippet } from "svelte";

/** What a mode puts into the story's frame around it. */
export interface Parts {
  /** Buttons at the end of the head, the main one last. */
  actions?: Snippet;
  /** A column beside mode and head. */
  aside?: Snippet;
  /** What the foot says of the text. */
  measures?: Snippet;
  /** Which keys help here. */
  hints?: Snippet;
}

let layers: Parts[] = [];
let shown = $state.raw<Parts>({});

/** What stands in the frame now; of two that fill the same place the inner one. */
export function framed(): Parts {
  return shown;
}

/** Fills the frame for as long as a component is there. To be called while it is set up. */
export function inFrame(mine: Parts): void {
  $effect.pre(() => {
    put([...layers, mine]);
    return () => put(layers.filter((parts) => parts !== mine));
  });
}

function put(next: Parts[]): void {
  layers = next;
  shown = Object.assign({}, ...layers);
}
