import { expect, it } from "vitest";

import type { BoardStory, Editorial } from "../../backend";
import { nextWaiting, waiting } from "./next";

function story(slug: string, ...states: [Editorial, Editorial, Editorial]): BoardStory {
  const editions = (["uk", "en", "ru"] as const).map((language, at) => ({
    language,
    editorial: states[at],
  }));
  return { story: slug, editions } as unknown as BoardStory;
}

const board = [
  story("a", "approved", "in_review", "in_review"),
  story("b", "in_review", "draft", "not_started"),
];

it("only what waits for this editor's languages counts", () => {
  expect(waiting(board, ["uk", "en"])).toEqual([
    { story: "a", language: "en" },
    { story: "b", language: "uk" },
  ]);
});

it("the next is the one after, and after the last the first", () => {
  const all = waiting(board, ["uk", "en", "ru"]);
  expect(nextWaiting(all, { story: "a", language: "en" })).toEqual({ story: "a", language: "ru" });
  expect(nextWaiting(all, { story: "b", language: "uk" })).toEqual({ story: "a", language: "en" });
});

it("what is approved here is not its own next", () => {
  const here = { story: "b", language: "uk" } as const;
  expect(nextWaiting([here], here)).toBeNull();
  expect(nextWaiting([], here)).toBeNull();
});

it("from a text that waits for nobody the way leads to the first that does", () => {
  const all = waiting(board, ["en"]);
  expect(nextWaiting(all, { story: "c", language: "uk" })).toEqual({ story: "a", language: "en" });
});
