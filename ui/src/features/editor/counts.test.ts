import { describe, expect, it } from "vitest";

import { measure } from "./counts";

const text = (headline: string, lead: string, body: string) => ({
  headline,
  lead,
  body,
  variants: {},
});

describe("measuring a text", () => {
  it("of nothing is nothing", () => {
    expect(measure(text("", "", ""), "uk")).toEqual({
      words: 0,
      characters: 0,
      minutes: 0,
      headline: 0,
    });
  });

  it("counts what is read, not marks and addresses", () => {
    const body = "## Деталі\n\n- **Перше** [слово](https://example.com/a-b)\n\n> друге";
    expect(measure(text("Заголовок", "", body), "uk").words).toBe(5);
  });

  it("reads a photo’s words", () => {
    const photo = '![Міністр](media:0a1b "Зустріч у Києві")';
    expect(measure(text("", "", photo), "uk").words).toBe(4);
  });

  it("counts an apostrophe as part of its word", () => {
    expect(measure(text("П’ять слів", "", ""), "uk").words).toBe(2);
  });

  it("counts signs as a reader sees them", () => {
    expect(measure(text(" їжак 👩‍🚀 ", "", ""), "uk").headline).toBe(6);
  });

  it("rounds the time of reading, a minute at least", () => {
    expect(measure(text("", "", "слово ".repeat(20)), "uk").minutes).toBe(1);
    expect(measure(text("", "", "слово ".repeat(238 * 3)), "uk").minutes).toBe(3);
  });
});
