import {
  EditorSelection,
  EditorState,
  type StateCommand,
  type Transaction,
} from "@codemirror/state";
import { describe, expect, it } from "vitest";

import { around, attribution, block, lines, link, toStory } from "./format";

/** Runs a command on a text in which ⟦ and ⟧ show the selection, or | the caret. */
function run(shown: string, command: StateCommand): string {
  const caret = shown.indexOf("|");
  const anchor = caret < 0 ? shown.indexOf("⟦") : caret;
  const head = caret < 0 ? shown.indexOf("⟧") - 1 : caret;
  const doc = shown.replace(/[|⟦⟧]/g, "");
  const selection = EditorSelection.single(anchor, head);
  let state = EditorState.create({ doc, selection });
  const dispatch = (transaction: Transaction) => {
    state = transaction.state;
  };
  command({ state, dispatch });
  const { from, to } = state.selection.main;
  const text = state.doc.toString();
  if (from === to) return `${text.slice(0, from)}|${text.slice(from)}`;
  return `${text.slice(0, from)}⟦${text.slice(from, to)}⟧${text.slice(to)}`;
}

describe("marks around words", () => {
  it("are put around what is selected, without the spaces at its ends", () => {
    expect(run("⟦слово ⟧далі", around("**"))).toBe("**⟦слово⟧** далі");
  });

  it("are put around the word at the caret", () => {
    expect(run("одне сло|во", around("**"))).toBe("одне **сло|во**");
    expect(run("|", around("*"))).toBe("*|*");
  });

  it("are taken off again", () => {
    expect(run("**⟦слово⟧**", around("**"))).toBe("⟦слово⟧");
    expect(run("*сло|во*", around("*"))).toBe("сло|во");
  });

  it("of bold are not those of italics", () => {
    expect(run("**⟦слово⟧**", around("*"))).toBe("***⟦слово⟧***");
    expect(run("***⟦слово⟧***", around("*"))).toBe("**⟦слово⟧**");
  });
});

describe("a link", () => {
  it("has its address selected to be typed over", () => {
    expect(run("⟦слово⟧", link)).toBe("[слово](⟦https://⟧)");
  });

  it("of an address waits for its words", () => {
    expect(run("⟦https://example.com/a⟧", link)).toBe("[|](https://example.com/a)");
  });
});

describe("a link to a story", () => {
  it("is what is selected, the word at the caret, or the headline", () => {
    expect(run("⟦два слова⟧", toStory("a-1", "Б"))).toBe("[два слова](story:a-1)|");
    expect(run("сло|во", toStory("a-1", "Б"))).toBe("[слово](story:a-1)|");
    expect(run("|", toStory("a-1", "Про [в] дужках"))).toBe("[Про \\[в\\] дужках](story:a-1)|");
  });
});

describe("lists and quotes", () => {
  it("are made of the selected lines, and undone", () => {
    expect(run("⟦а\nб⟧", lines("bullet"))).toBe("- ⟦а\n- б⟧");
    expect(run("⟦- а\n- б⟧", lines("bullet")).replace(/[⟦⟧]/g, "")).toBe("а\nб");
    expect(run("⟦а\n\nб⟧", lines("quote")).replace(/[⟦⟧]/g, "")).toBe("> а\n\n> б");
  });

  it("turn into each other", () => {
    expect(run("⟦- а\n- б⟧", lines("number")).replace(/[⟦⟧]/g, "")).toBe("1. а\n2. б");
  });
});

describe("a block", () => {
  it("stands apart from the paragraph at the caret and from the next", () => {
    expect(run("Оди|н.\n\nДва.", block("## Деталі"))).toBe("Один.\n\n## Деталі|\n\nДва.");
    expect(run("|", block("## Деталі"))).toBe("## Деталі|");
    expect(run("Один.\n|\nДва.", block("![](media:)"))).toBe("Один.\n\n![](media:)|\n\nДва.");
    expect(run("Один.|", block("## Деталі"))).toBe("Один.\n\n## Деталі|");
  });
});

describe("who said it", () => {
  it("ends the quote at the caret", () => {
    expect(run("> Сло|во.\n> Ще.\n\nДалі.", attribution)).toBe(
      "> Слово.\n> Ще.\n>\n> — |\n\nДалі.",
    );
  });

  it("outside a quote begins one", () => {
    expect(run("Слово|.", attribution)).toBe("Слово.\n\n> — |");
  });
});
