import { expect, it } from "vitest";

import type { Run } from "../../backend";
import { gaps } from "./gaps";

const kept = (text: string): Run => ({ change: "kept", text });
const added = (text: string): Run => ({ change: "added", text });

it("paragraphs that touch a change stay, the others are counted", () => {
  expect(gaps([kept("А\n\nБ\n\nВ "), added("г"), kept(" ґ\n\nД\n\nЕ\n\nЄ"), added("!")])).toEqual([
    { gap: 2 },
    { runs: [kept("В "), added("г"), kept(" ґ")] },
    { gap: 2 },
    { runs: [kept("Є"), added("!")] },
  ]);
});

it("a change at the very start hides nothing before it", () => {
  expect(gaps([added("нове"), kept(" слово")])).toEqual([
    { runs: [added("нове"), kept(" слово")] },
  ]);
});

it("what follows the last change is counted to the end", () => {
  expect(gaps([added("нове"), kept(" А\n\nБ\n\nВ")])).toEqual([
    { runs: [added("нове"), kept(" А")] },
    { gap: 2 },
  ]);
});
