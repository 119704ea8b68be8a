import type { ReviewBlock } from "../../backend";

/** What a block says now. */
export function wording({ runs }: ReviewBlock): string {
  return runs.map(({ change, text }) => (change === "removed" ? "" : text)).join("");
}

/** The numbers of the blocks that say what was not on the screen before. */
export function newsOf(
  before: readonly ReviewBlock[],
  now: readonly ReviewBlock[],
): ReadonlySet<number> {
  const shown = new Map<string, number>();
  for (const block of before) {
    const words = wording(block);
    shown.set(words, (shown.get(words) ?? 0) + 1);
  }
  const news = new Set<number>();
  for (const block of now) {
    if (block.block === null) continue;
    const words = wording(block);
    const left = shown.get(words) ?? 0;
    if (left > 0) shown.set(words, left - 1);
    else news.add(block.block);
  }
  return news;
}
