import { expect, it } from "vitest";

import type { ReviewBlock } from "../../backend";
import { single } from "./align";
import { passages } from "./passage";

const block = (number: number, state: ReviewBlock["state"]): ReviewBlock => ({
  block: number,
  kind: "paragraph",
  state,
  runs: [],
});
const text = single([block(1, "same"), block(2, "same"), block(3, "changed"), block(4, "same")]);

it("the whole text is shown line by line", () => {
  expect(passages(text, "all").map(({ skipped }) => skipped)).toEqual(Array(4).fill(undefined));
});

it("of only what changed the rest is counted", () => {
  expect(passages(text, "changed").map(({ skipped }) => skipped)).toEqual([2, undefined, 1]);
});
