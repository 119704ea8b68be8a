import { type BoardCounts, call, live } from "../backend";
import { session } from "./session.svelte";

let counts = $state.raw<BoardCounts | null>(null);

/** How many stories each list of the board holds; none until they are counted. */
export function boardCounts(): BoardCounts | null {
  return counts;
}

/** Keeps the counts true for as long as a component is there. To be called while it is set up. */
export function keepCounts(): void {
  const counted = live(() => {
    // Another person has other stories to write.
    void session.desk;
    return call("board_counts", {});
  });
  $effect(() => {
    counts = counted.value ?? null;
  });
}
