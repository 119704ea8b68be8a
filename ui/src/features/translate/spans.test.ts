import { describe, expect, it } from "vitest";

import type { BlockKind, EditionText, TranslateRow } from "../../backend";
import { applied, type Edit, emptied, hardBreak, oneBlock, wordsAt, wordsSpan } from "./spans";

const text = (body: string, headline = "Headline", lead = "Lead"): EditionText => ({
  headline,
  lead,
  body,
  variants: { push: "Push" },
});

function row(kind: BlockKind, body: string, whole: string, translation = whole): TranslateRow {
  const start = body.indexOf(whole);
  const place = { field: "body" as const, start, end: start + whole.length };
  return {
    ...{ row: 1, id: "a", kind, state: "fresh", coming: false, block: 3, ...place, translation },
    ...{ originals: [], original: "", diff: null, changed_at: null, changed_by: null },
    ...{ facts: [], kept: [], suggestions: [] },
  };
}

describe("the words of a row", () => {
  it("are found inside the marks around them", () => {
    const cases: [BlockKind, string, string][] = [
      ["item", "- зустріч", "зустріч"],
      ["item", "1. 1", "1"],
      ["heading", "## Details", "Details"],
      ["alt", "![Minister", "Minister"],
      ["caption", ' "Meeting in Kyiv")', "Meeting in Kyiv"],
      ["attribution", "> — Rustem Umerov", "— Rustem Umerov"],
      ["cell", "| 85 |", "85"],
    ];
    for (const [kind, whole, words] of cases) {
      const body = `Before.\n\n${whole}`;
      const span = wordsSpan(text(body), row(kind, body, whole, words));
      expect(span && wordsAt(text(body), span)).toBe(words);
    }
  });

  it("that marks interrupt stay whole", () => {
    const body = "> one\n> two";
    const span = wordsSpan(text(body), row("quote", body, body, "one\ntwo"));
    expect(span && wordsAt(text(body), span)).toBe(body);
  });

  it("are none in a row without a translation", () => {
    const missing = { ...row("paragraph", "", ""), field: null, start: null, end: null };
    expect(wordsSpan(text(""), missing)).toBeNull();
  });
});

describe("editing rows", () => {
  it("touches the words of the row and nothing else", () => {
    const before = text("One.\n\nTwo.\n\n- three\n");
    const edits: Edit[] = [
      { span: { field: "body", start: 6, end: 10 }, words: "Two, longer." },
      { span: { field: "headline", start: 0, end: 8 }, words: "New" },
      { span: { field: "body", start: 14, end: 19 }, words: "3" },
    ];
    expect(applied(before, edits)).toEqual({
      headline: "New",
      lead: "Lead",
      body: "One.\n\nTwo, longer.\n\n- 3\n",
      variants: { push: "Push" },
    });
    expect(before.body).toBe("One.\n\nTwo.\n\n- three\n");
  });

  it("leaves every other sign as it was, whatever is edited", () => {
    const random = generator(20250120);
    for (let round = 0; round < 400; round++) {
      const pieces = Array.from({ length: 1 + Math.floor(random() * 8) }, () => ({
        gap: pick(random, ["|", "\n\n", "\n", "\n\n- ", "\n\n> ", "  \n", "😀\n\n"]),
        words: pick(random, ["", "слово", "two words", "🇺🇦 2025", "a", "aa", "ґ"]),
        next: pick(random, [null, null, "", "нове", "longer words here", "a", "😀"]),
      }));
      let body = "";
      let wanted = "";
      const edits: Edit[] = [];
      for (const { gap, words, next } of pieces) {
        body += gap;
        wanted += gap;
        if (next !== null) {
          const span = { field: "body" as const, start: body.length, end: 0 };
          edits.push({ span: { ...span, end: body.length + words.length }, words: next });
        }
        body += words;
        wanted += next ?? words;
      }
      edits.sort(() => random() - 0.5);
      expect(applied(text(body), edits)).toEqual(text(wanted));
    }
  });
});

describe("a row without words", () => {
  const without = (kind: BlockKind, body: string, whole: string, words = whole) => {
    const span = emptied(text(body), row(kind, body, whole, words));
    return span && applied(text(body), [{ span, words: "" }]).body;
  };

  it("goes with its marks, and its neighbours stand apart as before", () => {
    expect(without("paragraph", "A\n\nB\n\nC", "B")).toBe("A\n\nC");
    expect(without("paragraph", "A\n\nB\n\nC", "A")).toBe("B\n\nC");
    expect(without("paragraph", "A\n\nB\n\nC", "C")).toBe("A\n\nB");
    expect(without("item", "A:\n\n- b\n- c", "- b", "b")).toBe("A:\n\n- c");
    expect(without("item", "A:\n\n- b\n- c\n\nD", "- c", "c")).toBe("A:\n\n- b\n\nD");
    expect(without("item", "- b\n- c\n- d", "- c", "c")).toBe("- b\n- d");
    expect(without("paragraph", "A", "A")).toBe("");
  });

  it("of a photo’s words leaves the photo", () => {
    const body = '![Minister](media:0a "Kyiv")';
    expect(without("alt", body, "![Minister", "Minister")).toBe('![](media:0a "Kyiv")');
  });
});

describe("line breaks", () => {
  it("from outside become spaces, for a row is one block", () => {
    expect(oneBlock("one \r\n\r\n  two\nthree", "paragraph")).toBe("one two three");
    expect(oneBlock("one\n  two", "code")).toBe("one\n  two");
  });

  it("are for paragraphs and for what is kept as it stands", () => {
    expect(hardBreak("paragraph")).toBe("\\\n");
    expect(hardBreak("code")).toBe("\n");
    expect(hardBreak("item")).toBeNull();
    expect(hardBreak("headline")).toBeNull();
  });
});

function pick<T>(random: () => number, values: readonly T[]): T {
  return values[Math.floor(random() * values.length)] as T;
}

function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
