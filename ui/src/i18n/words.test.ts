import { FluentResource } from "@fluent/bundle";
import { afterEach, describe, expect, it, vi } from "vitest";

import type { Language } from "../backend";
import { age, ago, day, inLanguage, LANGUAGES, sentences, speak, t, time } from ".";
import en from "./en.ftl?raw";
import ru from "./ru.ftl?raw";
import uk from "./uk.ftl?raw";

const SOURCES: Record<Language, string> = { uk, en, ru };
const CODE = import.meta.glob<string>(["../**/*.{ts,svelte}", "!../**/*.test.ts"], {
  query: "?raw",
  import: "default",
  eager: true,
});

type Named = Map<string, string[]>;

function named(source: string): Named {
  const variables = (part: unknown): string[] =>
    typeof part !== "object" || part === null
      ? []
      : "type" in part && part.type === "var" && "name" in part
        ? [String(part.name)]
        : Object.values(part).flatMap(variables);
  return new Map(
    new FluentResource(source).body.map((message) => [
      message.id,
      [...new Set(variables(message.value))].sort(),
    ]),
  );
}

describe("words", () => {
  it("are the same keys with the same variables in the three languages", () => {
    const ukrainian = named(uk);
    for (const language of LANGUAGES) expect(named(SOURCES[language])).toEqual(ukrainian);
  });

  it("leave no line that is not understood", () => {
    for (const language of LANGUAGES) {
      const keys = SOURCES[language].match(/^[a-z][\w-]* =/gm) ?? [];
      expect(keys.length).toBe(named(SOURCES[language]).size);
      expect(new Set(keys).size).toBe(keys.length);
    }
  });

  it("are there for every key that the window asks for", () => {
    const known = named(uk);
    for (const [file, code] of Object.entries(CODE)) {
      for (const [, key = ""] of code.matchAll(/\bt\(\s*"([^"]+)"/g)) {
        expect(known.has(key), `${key} in ${file}`).toBe(true);
      }
      for (const [, prefix = ""] of code.matchAll(/\bt\(\s*`([\w-]*)\$\{/g)) {
        const any = [...known.keys()].some((key) => key.startsWith(prefix));
        expect(any, `${prefix}… in ${file}`).toBe(true);
      }
    }
  });

  it("have an apostrophe that is one letter, quotes of their language and no ё", () => {
    expect(uk).not.toMatch(/['ʼ`"“]/);
    expect(ru).not.toMatch(/['"“ё]/);
    expect(en).not.toMatch(/['"«]/);
  });

  it("count as each language does", () => {
    const behind = (language: Language, count: number) =>
      inLanguage(language, "pill-behind-tip", { count });
    expect(behind("uk", 1)).toBe("1 абзац не відповідає оригіналу");
    expect(behind("uk", 3)).toBe("3 абзаци не відповідають оригіналу");
    expect(behind("uk", 11)).toBe("11 абзаців не відповідають оригіналу");
    expect(behind("ru", 22)).toBe("22 абзаца не соответствуют оригиналу");
    expect(behind("en", 1)).toBe("1 paragraph does not match the original");
  });
});

describe("failures", () => {
  afterEach(() => speak("uk"));

  it("are worded from their code, in the language of the window", () => {
    const failure = { code: "behind", params: { number: "2" } };
    expect(sentences(failure).what).toBe("2 абзаци відстають від оригіналу.");
    speak("en");
    expect(sentences(failure).what).toBe("2 paragraphs are behind the original.");
  });

  it("of an unknown code are told all the same", () => {
    expect(sentences({ code: "new_one", params: {} }).what).toContain("new_one");
  });

  it("each say what to do", () => {
    const keys = [...named(uk).keys()].filter((key) => key.startsWith("error-"));
    for (const key of keys.filter((key) => !key.endsWith("-remedy"))) {
      expect(keys).toContain(`${key}-remedy`);
    }
  });

  it("of an import name the line where there is one", () => {
    const failure = (params: Record<string, string>) =>
      sentences({ code: "import_missing", params }).what;
    expect(failure({ file: "a.md" })).toBe("a.md: такого файлу немає.");
    expect(failure({ file: "a.md", line: "3" })).toBe("a.md, рядок 3: такого файлу немає.");
  });
});

describe("times", () => {
  afterEach(() => {
    speak("uk");
    vi.useRealTimers();
  });

  it("are Kyiv’s, in summer too", () => {
    expect(time("2025-01-20T09:56:00Z")).toBe("11:56");
    expect(time("2025-07-20T09:56:00Z")).toBe("12:56");
    expect(time("2025-07-20T21:00:00Z")).toBe("00:00");
  });

  it("name the month in the genitive", () => {
    expect(day("2024-12-31T23:00:00Z")).toBe("1 січня 2025");
    speak("en");
    expect(day("2024-12-31T23:00:00Z")).toBe("Jan. 1, 2025");
  });

  it("are counted up in short units without a stop", () => {
    const past = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
    expect(ago(past(0))).toBe("щойно");
    expect(ago(past(4.5))).toBe("4 хв тому");
    expect(age(past(130))).toBe("2 год");
    expect(age(past(3 * 24 * 60 + 5))).toBe("3 дн.");
  });

  it("throw on a key without words, while the window is being made", () => {
    expect(() => t("no-such-words")).toThrow("no-such-words");
  });
});
