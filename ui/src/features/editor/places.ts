import type { EditionText, ReviewBlock } from "../../backend";

export interface BlockPlace {
  field: "headline" | "lead" | "body";
  start: number;
  end: number;
}

/**
 * Where the blocks of a text stand, by their number. The newsroom cuts a text into blocks; here
 * they are only found again, one after the other.
 */
export function places(text: EditionText, blocks: readonly ReviewBlock[]): Map<number, BlockPlace> {
  const found = new Map<number, BlockPlace>();
  let from = 0;
  for (const { block, kind, state, runs } of blocks) {
    if (block === null || state === "removed") continue;
    if (kind === "headline" || kind === "lead") {
      found.set(block, { field: kind, start: 0, end: text[kind].length });
      continue;
    }
    const words = runs.flatMap((run) => (run.change === "removed" ? [] : [run.text])).join("");
    const start = text.body.indexOf(firstLine(words), from);
    if (start < 0) continue;
    const whole = text.body.startsWith(words, start);
    const end = start + (whole ? words.length : firstLine(words).length);
    found.set(block, { field: "body", start, end });
    from = end;
  }
  return found;
}

/** Marks of a quote may stand between the lines of a block. */
function firstLine(words: string): string {
  return words.split("\n", 1)[0] ?? "";
}
