import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";

import { speak } from "../../i18n";
import { edition, story } from "./testing";
import { details, embargo, meta, note, pills } from "./words";

// The clock of the window is read when its module is.
const NOW = vi.hoisted(() => {
  const now = "2025-01-20T10:00:00Z";
  vi.useFakeTimers({ now: new Date(now), toFake: ["Date"] });
  return now;
});

beforeAll(() => speak("uk"));
afterAll(() => {
  vi.useRealTimers();
});

describe("the small line under a pill", () => {
  const approved = edition("uk", { revision: 15, approved_revision: 14 });

  it("names the approved revision and when: the hour today, the day before", () => {
    expect(note({ ...approved, since: "2025-01-20T09:52:00Z" })).toBe("r14\u00a0· 11:52");
    expect(note({ ...approved, since: "2025-01-18T09:52:00Z" })).toBe("r14\u00a0· 18 січня");
  });

  it("counts up what waits", () => {
    const since = "2025-01-20T09:48:00Z";
    expect(note(edition("en", { pill: { state: "in_review" }, since }))).toBe("чекає 12 хв");
    const behind = { pill: { state: "behind", count: 2 }, behind: 2, since } as const;
    expect(note(edition("en", behind))).toBe("оригінал змінено 12 хв тому");
  });

  it("names the error, and who has a draft", () => {
    const errors = { pill: { state: "errors", count: 1 }, finding: "missing_alt" } as const;
    expect(note(edition("en", errors))).toBe("Немає опису зображення");
    const draft = { pill: { state: "draft" }, person: "П. Лис", since: NOW } as const;
    expect(note(edition("en", draft))).toBe("П. Лис\u00a0· щойно");
  });

  it("says that the original is being edited, unless the edition is behind anyway", () => {
    expect(note(edition("en", { coming: 1 }))).toBe("r1\u00a0· оригінал правлять");
    const behind = { pill: { state: "behind", count: 1 }, behind: 1, coming: 1 } as const;
    expect(note(edition("en", behind))).toBe("");
  });
});

describe("a story", () => {
  it("has under its headline what is known of it", () => {
    const known = { place: "Київ", authors: ["Н. Коваль", "П. Лис"], section: "Оборона" };
    const line = "Київ\u00a0· Н. Коваль, П. Лис\u00a0· Оборона\u00a0· оригінал: українська";
    expect(meta({ ...story(), ...known })).toBe(line);
    expect(meta(story())).toBe("оригінал: українська");
  });

  it("wears its embargo until the hour comes", () => {
    const until = (embargo: string) => embargoOf(embargo)?.words;
    const embargoOf = (at: string) => embargo({ ...story(), embargo: at });
    expect(until("2025-01-20T12:00:00Z")).toBe("Ембарго до 14:00");
    expect(until("2025-01-20T09:00:00Z")).toBeUndefined();
  });
});

describe("all that is known of an edition", () => {
  it("is told in sentences, each thing once", () => {
    const known = edition("en", {
      pill: { state: "behind", count: 2 },
      behind: 2,
      revision: 6,
      approved_revision: 5,
      person: "П. Лис",
      since: "2025-01-20T09:52:00Z",
      findings: { stop: 0, warn: 1 },
    });
    expect(details(known, story(known))).toEqual([
      "2 абзаци не відповідають оригіналу",
      "Правка 6, затверджена – 5",
      "П. Лис\u00a0· 11:52",
      "1 зауваження",
    ]);
  });

  it("has a second pill for a second look", () => {
    const worn = pills(edition("en", { second_look: true })).map(({ words }) => words);
    expect(worn).toEqual(["Затверджено", "Друга перевірка"]);
  });
});
