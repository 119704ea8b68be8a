import { expect, it } from "vitest";

import type { ReviewBlock } from "../../backend";
import { newsOf } from "./news";

function block(number: number | null, ...runs: ReviewBlock["runs"]): ReviewBlock {
  return { block: number, kind: "paragraph", state: "same", runs };
}
const kept = (text: string) => ({ change: "kept", text }) as const;
const removed = (text: string) => ({ change: "removed", text }) as const;

it("what says the same is no news, wherever it stands now", () => {
  const before = [block(1, kept("А")), block(2, kept("Б"))];
  expect([...newsOf(before, [block(1, kept("Б")), block(2, kept("А"))])]).toEqual([]);
});

it("what was changed or added since is news, what was taken out is not", () => {
  const before = [block(1, kept("У 2025 році")), block(2, kept("Б"))];
  const now = [
    block(1, kept("У "), removed("2025"), kept("2026 році")),
    block(2, kept("нове")),
    block(null, removed("Б")),
  ];
  expect([...newsOf(before, now)]).toEqual([1, 2]);
});

it("a second twin is news", () => {
  expect([...newsOf([block(1, kept("А"))], [block(1, kept("А")), block(2, kept("А"))])]).toEqual([
    2,
  ]);
});
