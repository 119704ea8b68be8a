import { beforeEach, describe, expect, it, vi } from "vitest";

import type { ReviewView, Signed } from "../../backend";
import { Failure } from "../../backend/failure";

const shell = vi.hoisted(() => ({
  calls: [] as [string, Record<string, unknown>][],
  refusal: null as Error | null,
  went: [] as unknown[],
}));

vi.mock("../../backend", async () => ({
  Failure: (await import("../../backend/failure")).Failure,
  operation: () => "once",
  call: async (name: string, args: Record<string, unknown>) => {
    shell.calls.push([name, args]);
    if (name === "board") return { total: 1, stories: [waits] };
    if (shell.refusal) throw shell.refusal;
    return name === "minor" ? { rows: 2 } : null;
  },
}));
vi.mock("../../state", () => ({
  go: async (route: unknown) => shell.went.push(route),
  say: vi.fn(),
  session: { me: { approve: ["uk", "en"] } },
}));

const waits = { story: "next", editions: [{ language: "en", editorial: "in_review" }] };
const { Deciding } = await import("./deciding.svelte");

function view(more: Partial<ReviewView> = {}): ReviewView {
  return {
    story: "here",
    language: "uk",
    content: "c1",
    blocks: [],
    changed_facts: [],
    is_out: false,
    refusal: null,
    ...more,
  } as unknown as ReviewView;
}

function said(note: string): Signed {
  return { person: "Edyta", at: "2026-03-05T10:40:00Z", revision: 2, note };
}

function deciding(of: ReviewView) {
  const reload = vi.fn();
  return { is: new Deciding(() => of, reload), reload };
}

beforeEach(() => {
  shell.calls = [];
  shell.went = [];
  shell.refusal = null;
});

describe("approving", () => {
  it("is of exactly the text on the screen", async () => {
    await deciding(view()).is.approve("stay");
    expect(shell.calls).toEqual([
      [
        "approve",
        {
          operation: "once",
          story: "here",
          language: "uk",
          change: "update",
          note: null,
          content: "c1",
        },
      ],
    ]);
  });

  it("reads the new text when it changed meanwhile", async () => {
    shell.refusal = new Failure("text_changed");
    const { is, reload } = deciding(view());
    await is.approve("stay");
    expect(is.failure?.code).toBe("text_changed");
    expect(reload).toHaveBeenCalledOnce();
  });

  it("is not tried where the newsroom says that it would be refused", async () => {
    const { is } = deciding(view({ refusal: { code: "four_eyes", params: {} } }));
    await is.approve("stay");
    expect([is.mayApprove, is.hindrance?.code, shell.calls]).toEqual([false, "four_eyes", []]);
  });

  it("of a page that is out tells readers what was wrong", async () => {
    const { is } = deciding(view({ is_out: true }));
    is.kind = "correction";
    expect(is.hindrance?.code).toBe("note_needed");
    is.note = " Не 2025, а 2026. ";
    await is.approve("stay");
    expect(shell.calls[0]?.[1]).toMatchObject({ change: "correction", note: "Не 2025, а 2026." });
  });

  it("corrects what the original corrected, unless the editor says otherwise", async () => {
    const { is } = deciding(view({ is_out: true, awaited: said("Не 2025, а 2026.") }));
    expect(is.kind).toBe("correction");
    expect(is.hindrance?.code).toBe("note_needed");
    is.kind = "update";
    await is.approve("stay");
    expect(shell.calls[0]?.[1]).toMatchObject({ change: "update", note: null });
  });

  it("in silence is not for changed facts", () => {
    const { is } = deciding(view({ is_out: true, changed_facts: ["2026"] }));
    is.kind = "silent";
    expect(is.hindrance?.params).toEqual({ facts: "2026" });
  });

  it("and next goes to what waits, else to the board", async () => {
    await deciding(view()).is.approve("next");
    await deciding(view({ story: "next", language: "en" })).is.approve("next");
    expect(shell.went).toEqual([
      { screen: "story", story: "next", language: "en", mode: "review" },
      { screen: "board", filter: "approve" },
    ]);
  });

  it("that is refused goes nowhere", async () => {
    shell.refusal = new Failure("behind", { number: "1" });
    await deciding(view()).is.approve("next");
    expect(shell.went).toEqual([]);
  });
});

describe("a comment", () => {
  it("goes back with the text", async () => {
    const { is } = deciding(view());
    is.comment = " Немає джерела. ";
    expect(await is.giveBack()).toBe(true);
    expect(shell.calls[0]).toMatchObject(["return_edition", { note: "Немає джерела." }]);
    expect(is.comment).toBe("");
  });

  it("is not lost when the text could not be returned", async () => {
    shell.refusal = new Failure("not_in_review");
    const { is } = deciding(view());
    is.comment = "Немає джерела.";
    expect(await is.giveBack()).toBe(false);
    expect(is.comment).toBe("Немає джерела.");
  });
});

it("a minor edit is remembered while the text is on the screen", async () => {
  const { is } = deciding(view());
  await is.passAsMinor(3);
  expect([...is.minor]).toEqual([3]);
});
