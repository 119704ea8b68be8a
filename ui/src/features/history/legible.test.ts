import { expect, it } from "vitest";

import { legible } from "./legible";

it("the address of a photo is cut short, words are not", () => {
  const hash = "0123456789abcdef".repeat(4);
  expect(legible(`![Потяг](media:${hash} "Уночі")`)).toBe('![Потяг](media:01234567… "Уночі")');
  expect(legible("media:")).toBe("media:");
});
