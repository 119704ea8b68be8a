import { describe, expect, it } from "vitest";

import type { RowState, TranslateRow, TranslateView } from "../../backend";
import { Rows } from "./rows.svelte";

interface Told {
  id: string;
  words: string | null;
  original?: number;
  state?: RowState;
}

/** A view of paragraphs; those without words have no place in the text. */
function view(told: Told[]): TranslateView {
  let body = "";
  const rows = told.map(({ id, words, original, state }, at): TranslateRow => {
    if (words !== null && body !== "") body += "\n\n";
    const start = body.length;
    body += words ?? "";
    const place = words === null ? null : { start, end: body.length };
    return {
      ...{ row: at + 1, id, kind: "paragraph", coming: false, block: at + 1, diff: null },
      ...{ state: state ?? (words === null ? "missing" : "fresh"), field: place ? "body" : null },
      ...{ start: place?.start ?? null, end: place?.end ?? null, translation: words ?? "" },
      ...{ originals: [original ?? at + 1], original: "оригінал", changed_at: null },
      ...{ changed_by: null, facts: [], kept: [], suggestions: [] },
    } as TranslateRow;
  });
  const text = { headline: "", lead: "", body, variants: {} };
  return { save: 1, text, rows } as TranslateView;
}

const words = (rows: Rows) => rows.entries.map((entry) => entry.words);

describe("a newer view", () => {
  it("keeps the rows that were there, whatever their numbers are now", () => {
    const rows = new Rows(
      view([
        { id: "a", words: "A" },
        { id: "b", words: "B" },
      ]),
    );
    const keys = rows.entries.map((entry) => entry.key);
    rows.merge(
      view([
        { id: "new", words: "N", original: 9 },
        { id: "a", words: "A", original: 1 },
        { id: "b", words: "B", original: 2 },
      ]),
      null,
    );
    expect(words(rows)).toEqual(["N", "A", "B"]);
    expect(rows.entries.slice(1).map((entry) => entry.key)).toEqual(keys);
  });

  it("replaces no words that were typed since", () => {
    const rows = new Rows(
      view([
        { id: "a", words: "A" },
        { id: "b", words: "B" },
      ]),
    );
    const [first, second] = rows.entries;
    if (first) first.words = "A typed";
    expect(
      rows.merge(
        view([
          { id: "a", words: "A" },
          { id: "b", words: "B2" },
        ]),
        first ?? null,
      ),
    ).toBe(true);
    expect(words(rows)).toEqual(["A typed", "B2"]);
    expect(second?.waits).toBe(false);
    expect(rows.text().body).toBe("A typed\n\nB2");
  });

  it("leaves the blanks under a caret, and does not take them for unsaved", () => {
    const rows = new Rows(view([{ id: "a", words: "A" }]));
    const [entry] = rows.entries;
    if (!entry) throw new Error("no row");
    entry.words = "A new ";
    entry.saved = "A new ";
    rows.merge(view([{ id: "a", words: "A new" }]), entry);
    expect(entry.words).toBe("A new ");
    expect(entry.waits).toBe(false);
    rows.merge(view([{ id: "a", words: "A new" }]), null);
    expect(entry.words).toBe("A new");
  });

  it("finds a row that got its place under another name by its original", () => {
    const rows = new Rows(
      view([
        { id: "a", words: "A" },
        { id: "uk2", words: null },
      ]),
    );
    const entry = rows.entries[1];
    if (entry) entry.words = "B";
    rows.merge(
      view([
        { id: "a", words: "A" },
        { id: "en2", words: "B" },
      ]),
      entry ?? null,
    );
    expect(rows.entries[1]).toBe(entry);
    expect(entry?.isNew).toBe(false);
    expect(entry?.waits).toBe(false);
  });

  it("is refused when a row with unsaved words has no place in it", () => {
    const rows = new Rows(
      view([
        { id: "a", words: "A" },
        { id: "b", words: "B" },
      ]),
    );
    const entry = rows.entries[1];
    if (entry) entry.words = "B typed";
    expect(rows.merge(view([{ id: "a", words: "A" }]), null)).toBe(false);
    expect(rows.text().body).toBe("A\n\nB typed");
  });

  it("forgets that a row was edited once it is up to date", () => {
    const rows = new Rows(view([{ id: "a", words: "A", state: "changed" }]));
    const [entry] = rows.entries;
    if (entry) entry.edited = true;
    rows.merge(view([{ id: "a", words: "A", state: "changed" }]), null);
    expect(entry?.edited).toBe(true);
    rows.merge(view([{ id: "a", words: "A" }]), null);
    expect(entry?.edited).toBe(false);
  });
});

describe("the text of the rows", () => {
  it("has nothing of a row whose words were deleted", () => {
    const rows = new Rows(
      view([
        { id: "a", words: "A" },
        { id: "b", words: "B" },
        { id: "c", words: "C" },
      ]),
    );
    const entry = rows.entries[1];
    if (entry) entry.words = " ";
    expect(rows.text().body).toBe("A\n\nC");
  });

  it("is the one that came, byte for byte, when nothing was typed", () => {
    const came = view([
      { id: "a", words: "A  \nstill A" },
      { id: "b", words: null },
    ]);
    came.text.body += "\n\n<!-- a remark -->\n";
    expect(new Rows(came).text()).toEqual(came.text);
  });
});
