import { describe, expect, it } from "vitest";

import { HELD_MS, LONGEST_RETRY_MS, RETRY_MS, SLOW_MS, THROTTLE_MS } from "./saving";
import { Bench } from "./saving.bench";

describe("what the database does not take", () => {
  async function refused(code = "disk_full"): Promise<Bench> {
    const desk = new Bench();
    desk.open = true;
    desk.type("a");
    await desk.pass(THROTTLE_MS);
    await desk.last().refuse(code);
    return desk;
  }

  it("is kept in the journal, with every keystroke that follows, until it is saved", async () => {
    const desk = await refused();
    const failure = { code: "disk_full", params: {} };
    expect(desk.state).toEqual({ state: "kept", failure, at: "k500", pending: false });
    expect(desk.journal).toBe("a");
    desk.type("b");
    expect(desk.state).toMatchObject({ state: "kept", pending: true });
    await desk.pass(THROTTLE_MS);
    await desk.last().refuse("disk_full");
    expect(desk.journal).toBe("ab");
    await desk.pass(LONGEST_RETRY_MS);
    await desk.last().answer({ at: "noon" });
    expect(desk.state).toEqual({ state: "saved", at: "noon" });
    expect(desk.journal).toBeNull();
  });

  it("is on disk for whoever leaves, and not for whoever decides", async () => {
    const desk = await refused();
    const leaving = desk.saver.secure();
    const deciding = desk.saver.flush();
    await desk.last().refuse("disk_full");
    expect(await leaving).toBe(true);
    expect(await deciding).toBe(false);
  });

  it("is nowhere but in the window while the journal takes nothing either", async () => {
    const desk = new Bench();
    desk.type("a");
    await desk.pass(THROTTLE_MS);
    const leaving = desk.saver.secure();
    await desk.last().refuse("disk_full");
    expect(desk.state.state).toBe("failed");
    expect(await leaving).toBe(false);
    desk.open = true;
    await desk.pass(RETRY_MS);
    await desk.last().refuse("disk_full");
    expect(desk.state.state).toBe("kept");
  });

  it("is tried again after longer and longer pauses", async () => {
    const desk = await refused();
    const pauses: number[] = [];
    for (let round = 1; round < 10; round++) {
      const before = desk.clock;
      while (desk.sent.length === round) await desk.pass(1000);
      pauses.push((desk.clock - before) / 1000);
      await desk.last().refuse("disk_full");
    }
    expect(pauses).toEqual([2, 2, 2, 2, 2, 4, 8, 16, 16]);
  });

  it("is kept while another program holds the database, with what is typed meanwhile", async () => {
    const desk = new Bench();
    desk.open = true;
    desk.type("a");
    await desk.pass(THROTTLE_MS + HELD_MS);
    expect(desk.journal).toBe("a");
    expect(desk.state.state).toBe("saving");
    desk.type("b");
    await desk.pass(100);
    desk.type("c");
    await desk.pass(THROTTLE_MS);
    expect(desk.journal).toBe("abc");
    expect(desk.bodies).toEqual(["a"]);
    await desk.pass(SLOW_MS);
    const failure = { code: "database_held", params: {} };
    expect(desk.state).toMatchObject({ state: "kept", failure, pending: false });
    expect(await desk.saver.secure()).toBe(true);
    await desk.last().answer({});
    expect(desk.journal).toBe("abc");
    await desk.last().answer({ at: "noon" });
    expect(desk.bodies).toEqual(["a", "abc"]);
    expect(desk.state).toEqual({ state: "saved", at: "noon" });
    expect(desk.journal).toBeNull();
  });

  it("needs no journal when the answer comes as it usually does", async () => {
    const desk = new Bench();
    desk.open = true;
    desk.type("a");
    await desk.pass(THROTTLE_MS + HELD_MS - 1);
    await desk.last().answer({});
    await desk.pass(SLOW_MS);
    expect(desk.journal).toBeNull();
    expect(desk.shown.map(({ state }) => state)).toEqual(["saved", "saving", "saved"]);
  });

  it("is no matter of the journal when it was refused for what it says or who says it", async () => {
    const desk = await refused("not_allowed");
    expect(desk.state.state).toBe("failed");
    expect(desk.journal).toBeNull();
  });

  it("stays in the journal while a newer keystroke waits", async () => {
    const desk = await refused();
    await desk.pass(RETRY_MS);
    desk.type("b");
    await desk.last().answer({});
    expect(desk.journal).toBe("a");
    await desk.pass(THROTTLE_MS);
    await desk.last().answer({});
    expect(desk.journal).toBeNull();
  });

  it("is gone on with by the next sitting, and leaves the journal once it is saved", async () => {
    const desk = new Bench();
    desk.body = "a";
    desk.journal = "a";
    desk.saver.resume("night");
    await desk.pass(THROTTLE_MS);
    await desk.last().answer({});
    expect(desk.state.state).toBe("saved");
    expect(desk.journal).toBeNull();
  });
});
