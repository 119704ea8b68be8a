import { beforeEach, expect, it, vi } from "vitest";

import { call, type Settings } from "../backend";
import { changeSettings, session } from "./session.svelte";

vi.mock("../backend", () => ({ call: vi.fn() }));
vi.mock("../i18n", () => ({ speak: vi.fn() }));
vi.mock("./appearance", () => ({ apply: vi.fn() }));
vi.mock("./route.svelte", () => ({ go: vi.fn() }));

/** What is on the disk, and the answers that are held back. */
let disk: Settings[] = [];
let answers: ((refused?: Error) => void)[] = [];

beforeEach(async () => {
  disk = [];
  answers = [];
  vi.mocked(call).mockImplementation(async (_, args) => {
    const { settings } = args as { settings: Settings };
    await new Promise<void>((answer, refuse) =>
      answers.push((refused) => (refused ? refuse(refused) : answer())),
    );
    disk.push(settings);
    return settings;
  });
});

const answer = async (refused?: Error) => {
  await vi.waitUntil(() => answers.length > 0);
  answers.shift()?.(refused);
};

it("a change made while an earlier one is on its way is undone by no answer", async () => {
  const larger = changeSettings({ text_size: 110 });
  const dark = changeSettings({ theme: "dark" });
  await answer();
  await larger;
  expect(session.settings).toMatchObject({ text_size: 110, theme: "dark" });
  await answer();
  await dark;
  expect(session.settings).toMatchObject({ text_size: 110, theme: "dark" });
  expect(disk.at(-1)).toMatchObject({ text_size: 110, theme: "dark" });
});

it("what could not be kept is not shown as chosen", async () => {
  const light = changeSettings({ theme: "light" });
  await answer();
  await light;
  const refused = changeSettings({ theme: "dark", text_size: 120 });
  await answer(new Error("read-only"));
  await expect(refused).rejects.toThrow("read-only");
  expect(session.settings).toEqual(disk.at(-1));
});
