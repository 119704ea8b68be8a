import { describe, expect, it } from "vitest";

import type { BlockKind, ReviewBlock } from "../../backend";
import { places } from "./places";

const block = (number: number | null, kind: BlockKind, text: string): ReviewBlock => ({
  block: number,
  kind,
  state: number === null ? "removed" : "same",
  runs: [{ change: "kept", text }],
});

describe("the places of blocks", () => {
  it("are found one after the other, equal ones too", () => {
    const body = "Так.\n\n- Так.\n\n> перше\n> друге\n\n![опис](media:0a)";
    const text = { headline: "Так.", lead: "Так.", body, variants: {} };
    const found = places(text, [
      block(1, "headline", "Так."),
      block(2, "lead", "Так."),
      block(3, "paragraph", "Так."),
      block(null, "paragraph", "Було."),
      block(4, "item", "Так."),
      block(5, "quote", "перше\nдруге"),
      block(6, "alt", "опис"),
      block(7, "image", "media:0a"),
    ]);
    const words = [...found].map(([number, { field, start, end }]) => [
      number,
      field,
      text[field].slice(start, end),
      start,
    ]);
    expect(words).toEqual([
      [1, "headline", "Так.", 0],
      [2, "lead", "Так.", 0],
      [3, "body", "Так.", 0],
      [4, "body", "Так.", 8],
      [5, "body", "перше", 16],
      [6, "body", "опис", 33],
      [7, "body", "media:0a", 39],
    ]);
  });

  it("of a block that is not there any more are none", () => {
    const text = { headline: "", lead: "", body: "Є.", variants: {} };
    const found = places(text, [block(1, "paragraph", "Немає."), block(2, "paragraph", "Є.")]);
    expect(found.get(1)).toBeUndefined();
    expect(found.get(2)).toEqual({ field: "body", start: 0, end: 2 });
  });
});
