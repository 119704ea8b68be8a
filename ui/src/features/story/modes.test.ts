import { describe, expect, it } from "vitest";

import { modeIn, modesOf } from "./modes";

describe("the modes of an edition", () => {
  it("of the original have no translation", () => {
    expect(modesOf("uk", "uk")).toEqual(["write", "review", "history"]);
    expect(modesOf("en", "uk")).toEqual(["write", "translate", "review", "history"]);
  });

  it("go from writing the original to translating it, and back", () => {
    expect(modeIn("write", "en", "uk")).toBe("translate");
    expect(modeIn("translate", "uk", "uk")).toBe("write");
    expect(modeIn("translate", "ru", "uk")).toBe("translate");
  });

  it("stay what they are for those who decide or look back", () => {
    expect(modeIn("review", "en", "uk")).toBe("review");
    expect(modeIn("history", "uk", "uk")).toBe("history");
  });
});
