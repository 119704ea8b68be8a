import { expect, it } from "vitest";

import { Failure } from "../../backend";
import { about, missing } from "./founding";

const source = { uk: "УНН", en: "", ru: "" };
const whole = { folder: "/news", name: "УНН", source, owner: "Н. Коваль" };

it("a newsroom has a folder, a name, a source in one language at least, and somebody", () => {
  expect(missing(whole)).toEqual([]);
  expect(missing({ ...whole, source: { ...source, uk: " " }, owner: "" })).toEqual([
    "source",
    "owner",
  ]);
});

it("a refusal stands by the field that it is about", () => {
  expect(about(new Failure("folder_not_empty", { path: "/news" }))).toBe("folder");
  expect(about(new Failure("bad_value", { key: "owner", value: "" }))).toBe("owner");
  expect(about(new Failure("database"))).toBeNull();
});
