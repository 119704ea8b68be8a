import { expect, it } from "vitest";
import { secondsLeft } from "./left";

const course = (now: number, done: number) => ({ since: 1000, now, done, of: 100 });

it("what is left takes as long as what was done did", () => {
  expect(secondsLeft(course(11_000, 50))).toBe(10);
  expect(secondsLeft(course(11_000, 25))).toBe(30);
  expect(secondsLeft(course(11_000, 99))).toBe(1);
});

it("nobody can tell at the beginning, and nothing is left at the end", () => {
  expect(secondsLeft(course(2500, 50))).toBeNull();
  expect(secondsLeft(course(11_000, 0))).toBeNull();
  expect(secondsLeft(course(11_000, 100))).toBeNull();
});
