import { expect, it } from "vitest";

import { rolesIn } from "./roles";

it("a person is, in each language, what they were made there", () => {
  const person = {
    id: "1",
    name: "Н. Коваль",
    owner: false,
    roles: { reporter: ["uk", "ru"], editor: ["uk"] } as const,
  };
  const roles = { reporter: [...person.roles.reporter], editor: [...person.roles.editor] };
  expect(rolesIn({ ...person, roles }, "uk")).toEqual(["editor", "reporter"]);
  expect(rolesIn({ ...person, roles }, "ru")).toEqual(["reporter"]);
  expect(rolesIn({ ...person, roles }, "en")).toEqual([]);
});
