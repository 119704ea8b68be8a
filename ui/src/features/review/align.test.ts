import { describe, expect, it } from "vitest";

import type { ReviewBlock, Row } from "../../backend";
import { align, isBehind, isChanged, single, unmarked } from "./align";

function block(number: number | null, text: string, state: ReviewBlock["state"] = "same") {
  return {
    block: number,
    kind: "paragraph",
    state,
    runs: [{ change: "kept", text }],
  } as ReviewBlock;
}

function row(number: number, of: number | null, original: number[], state: Row["state"] = "fresh") {
  return { row: number, kind: "paragraph", block: of, original, state, coming: false } as Row;
}

const said = (blocks: ReviewBlock[]) => blocks.map((b) => b.runs.map((run) => run.text).join(""));

function table(...args: Parameters<typeof align>) {
  return align(...args).map(({ originals, blocks }) => [said(originals), said(blocks)]);
}

describe("align", () => {
  it("lays each block beside the one that it was made from", () => {
    const made = table(
      [block(1, "А"), block(2, "Б")],
      [block(1, "a"), block(2, "b")],
      [row(1, 1, [1]), row(2, 2, [2])],
    );
    expect(made).toEqual([
      [["А"], ["a"]],
      [["Б"], ["b"]],
    ]);
  });

  it("keeps one original beside both parts of its translation", () => {
    const made = table(
      [block(1, "А")],
      [block(1, "a1"), block(2, "a2")],
      [row(1, 1, [1]), row(2, 2, [1])],
    );
    expect(made).toEqual([[["А"], ["a1", "a2"]]]);
  });

  it("keeps two originals beside the one block that joins them", () => {
    const made = table([block(1, "А"), block(2, "Б")], [block(1, "ab")], [row(1, 1, [1, 2])]);
    expect(made).toEqual([[["А", "Б"], ["ab"]]]);
  });

  it("leaves a place where nothing is translated, and where nothing was to be", () => {
    const made = table(
      [block(1, "А"), block(2, "Б")],
      [block(1, "a"), block(2, "own")],
      [row(1, 1, [1]), row(2, null, [2], "missing"), row(3, 2, [], "extra")],
    );
    expect(made).toEqual([
      [["А"], ["a"]],
      [["Б"], []],
      [[], ["own"]],
    ]);
  });

  it("shows what was taken out after its neighbour, on either side", () => {
    const made = table(
      [block(null, "було", "removed"), block(1, "А"), block(null, "геть", "removed")],
      [block(1, "a"), block(null, "gone", "removed")],
      [row(1, 1, [1])],
    );
    expect(made).toEqual([
      [["було"], []],
      [["А"], ["a"]],
      [["геть"], []],
      [[], ["gone"]],
    ]);
  });

  it("shows a block of the original that is no row yet after the one above it", () => {
    const made = table(
      [block(1, "А"), block(2, "нове", "added"), block(3, "Б")],
      [block(1, "a"), block(2, "b")],
      [row(1, 1, [1]), row(2, 2, [3])],
    );
    expect(made.map(([original]) => original)).toEqual([["А"], ["нове"], ["Б"]]);
  });
});

it("a place is changed by either side, and behind by its rows", () => {
  const fresh = align([block(1, "А")], [block(1, "a")], [row(1, 1, [1])])[0];
  const stale = align([block(1, "А", "changed")], [block(1, "a")], [row(1, 1, [1], "changed")])[0];
  expect([fresh, stale].map((place) => place && isChanged(place))).toEqual([false, true]);
  expect([fresh, stale].map((place) => place && isBehind(place))).toEqual([false, true]);
});

it("an original stands by itself", () => {
  expect(single([block(1, "А"), block(2, "Б")]).map(({ blocks }) => said(blocks))).toEqual([
    ["А"],
    ["Б"],
  ]);
});

it("a text that was never approved shows no marks", () => {
  const first: ReviewBlock = {
    block: 1,
    kind: "paragraph",
    state: "added",
    runs: [{ change: "added", text: "А" }],
  };
  expect(unmarked([first])).toEqual([
    { block: 1, kind: "paragraph", state: "same", runs: [{ change: "kept", text: "А" }] },
  ]);
});
