import type { ReviewBlock, Row } from "../../backend";

/** What stands side by side: blocks of the original, and what the edition makes of them. */
export interface Aligned {
  originals: ReviewBlock[];
  blocks: ReviewBlock[];
  rows: Row[];
}

/** Whether one of the sides says something that it did not say before. */
export function isChanged({ originals, blocks }: Aligned): boolean {
  return [...originals, ...blocks].some((block) => block.state !== "same");
}

/** Whether the row waits for its translator. */
export function isBehind({ rows }: Aligned): boolean {
  return rows.some((row) => row.state !== "fresh");
}

/**
 * Lays an edition beside its original by their rows. Rows that share a block of the original stand
 * together; what no row names, as a block that was taken out, stays after its neighbour.
 */
export function align(
  originals: readonly ReviewBlock[],
  blocks: readonly ReviewBlock[],
  rows: readonly Row[],
): Aligned[] {
  const aligned: Aligned[] = [];
  const byOriginal = new Map<number, Aligned>();
  const byBlock = new Map<number, Aligned>();
  for (const row of rows) {
    const shared = row.original.map((number) => byOriginal.get(number)).find((known) => known);
    const place = shared ?? { originals: [], blocks: [], rows: [] };
    if (!shared) aligned.push(place);
    place.rows.push(row);
    for (const number of row.original) {
      if (!byOriginal.has(number)) byOriginal.set(number, place);
    }
    if (row.block !== null) byBlock.set(row.block, place);
  }
  putIn(aligned, blocks, byBlock, (place) => place.blocks);
  putIn(aligned, originals, byOriginal, (place) => place.originals);
  return aligned;
}

/** A text that was never approved has nothing to be compared with: it is shown as it stands. */
export function unmarked(blocks: readonly ReviewBlock[]): ReviewBlock[] {
  return blocks.map((block) => ({
    ...block,
    state: "same",
    runs: block.runs
      .filter(({ change }) => change !== "removed")
      .map(({ text }) => ({ change: "kept", text })),
  }));
}

/** One text by itself: each block is a line of its own. */
export function single(blocks: readonly ReviewBlock[]): Aligned[] {
  return blocks.map((block) => ({ originals: [], blocks: [block], rows: [] }));
}

function putIn(
  aligned: Aligned[],
  side: readonly ReviewBlock[],
  places: Map<number, Aligned>,
  of: (place: Aligned) => ReviewBlock[],
): void {
  let before: Aligned | null = null;
  for (const block of side) {
    const known = block.block === null ? undefined : places.get(block.block);
    if (known) of(known).push(block);
    before = known ?? standAlone(aligned, before, block, of);
  }
}

function standAlone(
  aligned: Aligned[],
  before: Aligned | null,
  block: ReviewBlock,
  of: (place: Aligned) => ReviewBlock[],
): Aligned {
  const place: Aligned = { originals: [], blocks: [], rows: [] };
  of(place).push(block);
  aligned.splice(before ? aligned.indexOf(before) + 1 : 0, 0, place);
  return place;
}
