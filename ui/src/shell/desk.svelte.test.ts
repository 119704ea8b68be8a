import { beforeEach, expect, it, vi } from "vitest";

import { call, type Desk } from "../backend";
import { update } from "../state";
import { readDesk } from "./desk.svelte";

vi.mock("../backend", () => ({ call: vi.fn(), onChanged: vi.fn() }));
const shown = vi.hoisted(() => ({ desk: null as unknown }));
vi.mock("../state", () => ({ session: shown, sayFailed: vi.fn(), update: vi.fn() }));

const desk = (id: string) => ({ me: { id } }) as unknown as Desk;

/** Who sits at the desk, as the program has it. */
let seat = "edyta";

beforeEach(() => {
  vi.clearAllMocks();
  seat = "edyta";
  shown.desk = desk(seat);
  vi.mocked(call).mockImplementation(async (command, args) => {
    if (command === "sign_in") seat = (args as { person: string }).person;
    return desk(seat) as never;
  });
});

it("what the newsroom says anew is shown", async () => {
  await readDesk();
  expect(update).toHaveBeenCalledOnce();
});

it("whoever sits down while the desk is read anew stays seated", async () => {
  seat = "rosa";
  await readDesk();
  expect(seat).toBe("rosa");
  expect(update).not.toHaveBeenCalled();
  const reading = readDesk();
  shown.desk = desk("rosa");
  await reading;
  expect([seat, vi.mocked(update).mock.calls.length]).toEqual(["rosa", 0]);
});
