import { describe, expect, it, vi } from "vitest";

import { Failure } from "../backend/failure";
import { Kept } from "./kept.svelte";

vi.mock("../backend", () => import("../backend/failure"));

const made = (save: (value: string) => Promise<string | null>) => new Kept("Київ", save);

describe("a field", () => {
  it("is saved when it is left, once", async () => {
    const save = vi.fn(async () => null);
    const field = made(save);
    field.value = "Львів";
    await field.leave();
    await field.leave();
    expect(save.mock.calls).toEqual([["Львів"]]);
    expect(field.state).toBe("saved");
  });

  it("that was not touched is not saved", async () => {
    const save = vi.fn(async () => null);
    await made(save).leave();
    expect(save).not.toHaveBeenCalled();
  });

  it("follows the newsroom until somebody types in it", () => {
    const field = made(async () => null);
    field.news("Харків");
    expect(field.value).toBe("Харків");
    field.value = "Львів";
    field.news("Одеса");
    expect(field.value).toBe("Львів");
  });

  it("takes what the newsroom made of it", async () => {
    const field = made(async () => null);
    field.value = " Львів ";
    await field.leave();
    field.news("Львів");
    expect(field.value).toBe("Львів");
  });

  it("keeps what could not be saved, says why, and tries again when it is left again", async () => {
    const save = vi.fn(async () => null as string | null);
    save.mockRejectedValueOnce(new Failure("disk_full"));
    const field = made(save);
    field.value = "Львів";
    await field.leave();
    expect([field.state, field.value, field.failure?.code]).toEqual([
      "failed",
      "Львів",
      "disk_full",
    ]);
    await field.leave();
    expect([field.state, field.failure]).toEqual(["saved", null]);
  });

  it("given back its old value has nothing to complain of", async () => {
    const field = made(() => Promise.reject(new Failure("bad_value")));
    field.value = "?";
    await field.leave();
    field.value = "Київ";
    await field.leave();
    expect([field.state, field.failure]).toEqual(["still", null]);
  });

  it("that goes away while it is being typed in is saved", async () => {
    const save = vi.fn(async () => null);
    const field = made(save);
    field.value = "Львів";
    field.end();
    await field.leave();
    expect(save.mock.calls).toEqual([["Львів"]]);
  });

  it("says what is worth knowing though it was saved", async () => {
    const field = made(async () => "embargo_after_export");
    field.value = "Львів";
    await field.leave();
    expect([field.state, field.warning]).toEqual(["saved", "embargo_after_export"]);
  });
});
