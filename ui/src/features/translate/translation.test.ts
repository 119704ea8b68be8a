import { beforeEach, describe, expect, it, vi } from "vitest";

import type { EditionText, SaveAnswer, TranslateRow, TranslateView } from "../../backend";
import { Failure } from "../../backend/failure";
import { Sitting } from "../editor/sitting.svelte";
import { Translation } from "./translation.svelte";

/** A newsroom of one translation: paragraphs, each the translation of the original's of that number. */
const newsroom = {
  save: 3,
  body: "",
  originals: [] as string[],
  /** For each original the number of its paragraph, or null. */
  links: [] as (number | null)[],
  calls: [] as [string, Record<string, unknown>][],
  done: new Map<string, SaveAnswer>(),
  refuse: null as string | null,
};

function paragraphs(): { words: string; start: number; end: number }[] {
  const found = [...newsroom.body.matchAll(/[^\n]+/g)];
  return found.map((one) => ({
    words: one[0],
    start: one.index,
    end: one.index + one[0].length,
  }));
}

function view(): TranslateView {
  const there = paragraphs();
  const rows = newsroom.originals.map((original, at): TranslateRow => {
    const link = newsroom.links[at] ?? null;
    const place = link === null ? undefined : there[link];
    return {
      ...{ row: at + 1, id: `o${at}`, kind: "paragraph", coming: false, diff: null, facts: [] },
      ...{ state: place ? "fresh" : "missing", block: place ? (link ?? 0) + 1 : null },
      ...{ field: place ? "body" : null, start: place?.start ?? null, end: place?.end ?? null },
      ...{ translation: place?.words ?? "", originals: [at + 1], original },
      ...{ changed_at: null, changed_by: null, kept: [], suggestions: [] },
    } as TranslateRow;
  });
  return {
    ...{
      story: "s",
      language: "en",
      original: "uk",
      original_revision: 1,
      original_approved: null,
    },
    ...{ save: newsroom.save, content: `content ${newsroom.save}`, revision: 1, seen: 1 },
    text: { headline: "H", lead: "L", body: newsroom.body, variants: {} },
    ...{ behind: 0, coming: 0, fresh: rows.length, rows },
  } as TranslateView;
}

function once(
  operation: string,
  basedOn: number,
  change: () => void,
  isInsertion = false,
): SaveAnswer {
  const before = newsroom.done.get(operation);
  if (before) return before;
  const whole = { revision: null, kept: null, at: "now", text: null };
  if (basedOn !== newsroom.save && isInsertion) throw new Failure("text_changed");
  if (basedOn !== newsroom.save) {
    const text = view().text;
    return { ...whole, outcome: "conflict", save: newsroom.save, kept: 9, text };
  }
  change();
  newsroom.save++;
  const answer: SaveAnswer = { ...whole, outcome: "saved", save: newsroom.save };
  newsroom.done.set(operation, answer);
  return answer;
}

function insert(row: number, words: string | null): void {
  const at = row - 1;
  const before = newsroom.links.slice(0, at).filter((link) => link !== null).length;
  const parts = paragraphs().map((one) => one.words);
  parts.splice(before, 0, words ?? newsroom.originals[at] ?? "");
  newsroom.body = parts.join("\n\n");
  newsroom.links = newsroom.links.map((link, other) => {
    if (other === at) return before;
    return link !== null && link >= before ? link + 1 : link;
  });
}

vi.mock("../../backend", async () => {
  const { Failure } = await import("../../backend/failure");
  let operations = 0;
  return {
    Failure,
    operation: () => `op${++operations}`,
    call: async (name: string, args: Record<string, unknown>) => {
      newsroom.calls.push([name, args]);
      if (name !== "translate" && newsroom.refuse) throw new Failure(newsroom.refuse);
      const operation = String(args.operation);
      const basedOn = Number(args.based_on);
      switch (name) {
        case "translate":
          return view();
        case "save_draft":
          return once(operation, basedOn, () => {
            newsroom.body = (args.text as EditionText).body.trimEnd();
          });
        case "insert_row":
          return once(
            operation,
            basedOn,
            () => insert(Number(args.row), args.words as string | null),
            true,
          );
        default:
          return null;
      }
    },
  };
});

function begin(body: string, originals: string[], links: (number | null)[]) {
  Object.assign(newsroom, { save: 3, body, originals, links, calls: [], refuse: null });
  newsroom.done.clear();
  const sitting = new Sitting("s", "en");
  const translation = new Translation(sitting, view());
  sitting.begin(translation, 3);
  const type = (at: number, words: string) => {
    const entry = translation.rows.entries[at];
    if (!entry) throw new Error(`no row ${at}`);
    translation.held = entry;
    entry.words = words;
    sitting.touch();
    return entry;
  };
  const named = (name: string) => newsroom.calls.filter(([called]) => called === name);
  return { sitting, translation, type, named };
}

const settled = () => new Promise<void>((resolve) => setTimeout(resolve, 5));

describe("translating", () => {
  beforeEach(() => vi.restoreAllMocks());

  it("saves the text with the row's words in their place", async () => {
    const { sitting, type } = begin("One.\n\nTwo.", ["Один.", "Два."], [0, 1]);
    type(0, "One, longer.");
    type(1, "2.");
    expect(await sitting.flush()).toBe(true);
    expect(newsroom.body).toBe("One, longer.\n\n2.");
  });

  it("brings new words to their row, and what is typed meanwhile after them", async () => {
    const { sitting, type, named } = begin("One.\n\nThree.", ["1", "2", "3"], [0, null, 1]);
    const entry = type(1, "Tw");
    const flushed = sitting.flush();
    type(1, "Two.");
    expect(await flushed).toBe(true);
    expect(newsroom.body).toBe("One.\n\nTwo.\n\nThree.");
    expect(named("insert_row")).toHaveLength(1);
    expect(entry.words).toBe("Two.");
    expect(entry.span).not.toBeNull();
  });

  it("saves rows that have a place before new ones, and one new one after the other", async () => {
    const { sitting, type, named } = begin("One.", ["1", "2", "3"], [0, null, null]);
    type(0, "1.");
    type(1, "2.");
    type(2, "3.");
    expect(await sitting.flush()).toBe(true);
    expect(newsroom.body).toBe("1.\n\n2.\n\n3.");
    expect(named("save_draft")).toHaveLength(1);
    expect(named("insert_row")).toHaveLength(2);
  });

  it("keeps new words that could not be saved, and brings them once", async () => {
    const { sitting, type, translation } = begin("One.", ["1", "2"], [0, null]);
    newsroom.refuse = "disk_full";
    type(1, "Two.");
    expect(await sitting.flush()).toBe(false);
    expect(sitting.state.state).toBe("failed");
    expect(sitting.plain()).toBe("H\n\nL\n\nOne.\n\nTwo.");
    newsroom.refuse = null;
    expect(await sitting.flush()).toBe(true);
    expect(newsroom.body).toBe("One.\n\nTwo.");
    expect(translation.rows.entries.map((entry) => entry.words)).toEqual(["One.", "Two."]);
  });

  it("brings new words into the draft that somebody else changed meanwhile", async () => {
    const { sitting, type } = begin("One.", ["1", "2"], [0, null]);
    newsroom.body = "One, by somebody else.";
    newsroom.save = 8;
    type(1, "Two.");
    expect(await sitting.flush()).toBe(true);
    expect(newsroom.body).toBe("One, by somebody else.\n\nTwo.");
    expect(sitting.save).toBe(9);
  });

  it("puts the original in by its row, in the newsroom's own words", async () => {
    const { translation, named } = begin("One.", ["1", "2"], [0, null]);
    const entry = translation.rows.entries[1];
    if (entry) await translation.insertOriginal(entry);
    expect(named("insert_row")[0]?.[1]).toMatchObject({ row: 2, words: null });
    expect(newsroom.body).toBe("One.\n\n2");
  });

  it("reads the rows anew after a save without touching what is typed since", async () => {
    const { sitting, type, translation } = begin("One.\n\nTwo.", ["1", "2"], [0, 1]);
    const entry = type(0, "One ");
    await sitting.flush();
    await settled();
    expect(entry.words).toBe("One ");
    expect(translation.rows.view.save).toBe(4);
    type(0, "One more.");
    await sitting.flush();
    expect(newsroom.body).toBe("One more.\n\nTwo.");
  });

  it("shows another person's text while nothing is typed here", async () => {
    const { translation, sitting } = begin("One.\n\nTwo.", ["1", "2"], [0, 1]);
    newsroom.body = "One.\n\nTwo, by somebody else.";
    newsroom.save = 8;
    translation.refresh();
    await settled();
    expect(translation.rows.entries[1]?.words).toBe("Two, by somebody else.");
    expect(sitting.save).toBe(8);
  });

  it("keeps both texts when somebody else saved meanwhile", async () => {
    const { sitting, type, translation } = begin("One.", ["1"], [0]);
    newsroom.body = "Theirs.";
    newsroom.save = 8;
    type(0, "Mine.");
    expect(await sitting.flush()).toBe(false);
    expect(sitting.state).toMatchObject({ state: "conflict", conflict: { kept: 9, save: 8 } });
    expect(translation.text().body).toBe("Mine.");
    sitting.putMine();
    await settled();
    expect(newsroom.body).toBe("Mine.");
  });

  it("takes the other text when that is chosen", async () => {
    const { sitting, type, translation } = begin("One.", ["1"], [0]);
    newsroom.body = "Theirs.";
    newsroom.save = 8;
    type(0, "Mine.");
    await sitting.flush();
    sitting.keepTheirs();
    await settled();
    expect(translation.rows.entries[0]?.words).toBe("Theirs.");
    expect(newsroom.body).toBe("Theirs.");
    type(0, "Theirs and mine.");
    expect(await sitting.flush()).toBe(true);
  });

  it("confirms the text that is on the screen, after it is on disk", async () => {
    const { translation, type, named } = begin("One.", ["1"], [0]);
    const entry = type(0, "One!");
    expect(await translation.confirm(entry, "because")).toBe(true);
    expect(named("confirm")[0]?.[1]).toMatchObject({
      row: 1,
      reason: "because",
      content: "content 4",
    });
  });

  it("does not confirm what could not be saved", async () => {
    const { translation, type, named } = begin("One.", ["1"], [0]);
    newsroom.refuse = "disk_full";
    expect(await translation.confirm(type(0, "One!"), null)).toBe(false);
    expect(named("confirm")).toHaveLength(0);
  });
});
