import { expect, it } from "vitest";

import type { Finding, FindingCode } from "../backend";
import { placeOf } from "./finding";

function finding(code: FindingCode, at: Partial<Finding> = {}): Finding {
  return { code, severity: "stop", row: null, block: null, ...at };
}

it("what is behind is mended at its row", () => {
  expect(placeOf("s", "en", finding("behind", { row: 3 }))).toEqual({
    screen: "story",
    story: "s",
    language: "en",
    mode: "translate",
    at: { row: 3 },
  });
});

it("what the text lacks is mended at its block", () => {
  const place = placeOf("s", "uk", finding("missing_alt", { block: 5 }));
  expect(place).toMatchObject({ mode: "write", at: { block: 5 } });
  expect(placeOf("s", "uk", finding("empty_lead"))).toMatchObject({ mode: "write" });
});

it("what an editor decides is in the review, with the details where they matter", () => {
  expect(placeOf("s", "uk", finding("not_approved"))).not.toHaveProperty("details");
  expect(placeOf("s", "uk", finding("embargo"))).toMatchObject({ mode: "review", details: true });
});

it("what the Ukrainian edition lacks is mended there", () => {
  const none = placeOf("s", "en", finding("no_ukrainian"));
  expect(none).toMatchObject({ language: "uk", mode: "review" });
  const short = placeOf("s", "ru", finding("short_ukrainian"));
  expect(short).toMatchObject({ language: "uk", mode: "write" });
});
