import { expect, it } from "vitest";
import { isStranger, trusted } from "./trust";

it("a key that is trusted stands in the address between the user and the host", () => {
  const known = "sftp://desk;fingerprint=SHA256:a/b+c@news.example:2222/srv/www";
  expect(trusted("sftp://desk@news.example:2222/srv/www", "SHA256:a/b+c")).toBe(known);
  expect(trusted(known, "SHA256:new")).toBe(known.replace("SHA256:a/b+c", "SHA256:new"));
});

it("there is no place for a key in an address of another kind", () => {
  expect(trusted("s3://KEY@bucket/www", "SHA256:a")).toBeNull();
  expect(trusted("", "SHA256:a")).toBeNull();
});

it("only a server that nobody knows is one to get to know", () => {
  expect(isStranger({ code: "server_unknown" })).toBe(true);
  expect(isStranger({ code: "server_changed" })).toBe(false);
});
