import { describe, expect, it } from "vitest";

import source from "./tokens.css?raw";

type Theme = "light" | "dark";

function colour(name: string, theme: Theme): string {
  const value = source.match(new RegExp(`--${name}: ([^;]+);`))?.[1] ?? "";
  const pair = value.match(/light-dark\((#\w{6}), (#\w{6})\)/);
  return (pair ? pair[theme === "light" ? 1 : 2] : value) ?? "";
}

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const GROUNDS = ["paper", "surface", "sunken", "accent-soft"];
const TEXTS = ["ink", "ink-2", "ink-3", "accent", "ok", "warn", "bad"];
const TONES = ["ok", "warn", "bad", "review", "idle"];

describe.each(["light", "dark"] as const)("the %s theme", (theme) => {
  const held = (text: string, ground: string, least: number) =>
    expect(
      contrast(colour(text, theme), colour(ground, theme)),
      `${text} on ${ground}`,
    ).toBeGreaterThanOrEqual(least);

  it("has text that can be read on every ground", () => {
    for (const ground of GROUNDS) for (const text of TEXTS) held(text, ground, 4.5);
  });

  it("has pills, marks and buttons that can be read", () => {
    for (const tone of TONES) held(tone, `${tone}-soft`, 4.5);
    for (const text of ["ink", "ink-2"]) held(text, "warn-soft", 4.5);
    held("on-accent", "accent-fill", 4.5);
    held("on-accent-2", "accent-fill", 4.5);
    held("on-accent", "accent-fill-hover", 4.5);
  });

  it("has edges of fields and a ring of focus that can be seen", () => {
    for (const ground of ["paper", "surface"]) {
      held("line-field", ground, 3);
      held("focus", ground, 3);
    }
  });
});
