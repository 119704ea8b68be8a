import type { Aligned } from "./align";
import { isChanged } from "./align";

/** Rows to be shown, or how many in a row are not. */
export type Passage = { shown: Aligned; skipped?: never } | { skipped: number; shown?: never };

/** The whole text, or what `matters` of it with the number of lines left out between. */
export function passages(
  aligned: readonly Aligned[],
  only: "all" | "changed",
  matters: (place: Aligned) => boolean = isChanged,
): Passage[] {
  if (only === "all") return aligned.map((shown) => ({ shown }));
  const list: Passage[] = [];
  for (const place of aligned) {
    const last = list.at(-1);
    if (matters(place)) list.push({ shown: place });
    else if (last?.skipped) last.skipped += 1;
    else list.push({ skipped: 1 });
  }
  return list;
}
