import { expect, it } from "vitest";

import { scopesOf } from "./scopes";

it("where one translates, the shortcuts of text, story and window count as well", () => {
  const route = { screen: "story", story: "trains", language: "en", mode: "translate" } as const;
  expect(scopesOf(route)).toEqual(["translate", "text", "story", "window"]);
  expect(scopesOf({ ...route, mode: "history" })).toEqual(["story", "window"]);
  expect(scopesOf({ screen: "settings" })).toEqual(["window"]);
});
