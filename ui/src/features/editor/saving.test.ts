import { describe, expect, it } from "vitest";

import type { SaveAnswer } from "../../backend";
import { RETRY_MS, SLOW_MS, THROTTLE_MS } from "./saving";
import { Bench, type Sent, text } from "./saving.bench";

describe("when a text is sent", () => {
  it("is sent half a second after the first keystroke, also while typing goes on", async () => {
    const desk = new Bench();
    for (let at = 0; at < THROTTLE_MS; at += 50) {
      desk.type("a");
      await desk.pass(50);
    }
    expect(desk.sent).toHaveLength(1);
    expect(desk.last().at).toBe(THROTTLE_MS);
    expect(desk.last().basedOn).toBe(7);
  });

  it("is saved only when the disk has answered, at the time that the answer names", async () => {
    const desk = new Bench();
    expect(desk.state).toEqual({ state: "saved", at: "opened" });
    desk.type("a");
    expect(desk.state).toEqual({ state: "saving" });
    await desk.pass(THROTTLE_MS);
    expect(desk.state).toEqual({ state: "saving" });
    await desk.last().answer({ at: "noon" });
    expect(desk.state).toEqual({ state: "saved", at: "noon" });
    expect(desk.saver.save).toBe(8);
  });

  it("has one save in flight; what was typed meanwhile follows on the answer's counter", async () => {
    const desk = new Bench();
    desk.type("a");
    await desk.pass(THROTTLE_MS);
    desk.type("b");
    await desk.pass(THROTTLE_MS * 3);
    expect(desk.bodies).toEqual(["a"]);
    await desk.last().answer({});
    expect(desk.bodies).toEqual(["a", "ab"]);
    expect(desk.last().basedOn).toBe(8);
    expect(desk.state).toEqual({ state: "saving" });
    await desk.last().answer({});
    expect(desk.state.state).toBe("saved");
  });

  it("waits the rest of the half second when the answer was quick", async () => {
    const desk = new Bench();
    desk.type("a");
    await desk.pass(THROTTLE_MS);
    desk.type("b");
    await desk.pass(100);
    await desk.last().answer({});
    expect(desk.bodies).toEqual(["a"]);
    await desk.pass(THROTTLE_MS - 100);
    expect(desk.bodies).toEqual(["a", "ab"]);
    expect(desk.last().at).toBe(2 * THROTTLE_MS);
  });

  it("sends nothing when nothing was typed", async () => {
    const desk = new Bench();
    expect(await desk.saver.flush()).toBe(true);
    await desk.pass(60_000);
    expect(desk.sent).toHaveLength(0);
  });

  it("sends the parts of a text one after the other, at once", async () => {
    const desk = new Bench();
    desk.parts = 2;
    desk.type("a");
    await desk.pass(THROTTLE_MS);
    await desk.last().answer({});
    expect(desk.sent).toHaveLength(2);
    expect(desk.state).toEqual({ state: "saving" });
    await desk.last().answer({});
    expect(desk.saver.clean).toBe(true);
  });

  it("says whether the answer still is about the newest text", async () => {
    const desk = new Bench();
    desk.type("a");
    await desk.pass(THROTTLE_MS);
    desk.type("b");
    await desk.last().answer({ text: text("A") });
    expect(desk.saved.map(([, newest]) => newest)).toEqual([false]);
    expect(desk.adopted).toEqual([]);
    await desk.pass(THROTTLE_MS);
    await desk.last().answer({});
    expect(desk.saved.map(([, newest]) => newest)).toEqual([false, true]);
  });
});

describe("flushing", () => {
  it("sends at once and waits for the newest text", async () => {
    const desk = new Bench();
    desk.type("a");
    const flushed = desk.saver.flush();
    expect(desk.bodies).toEqual(["a"]);
    desk.type("b");
    await desk.last().answer({});
    expect(desk.bodies).toEqual(["a", "ab"]);
    await desk.last().answer({});
    expect(await flushed).toBe(true);
  });

  it("says that it failed, and the next flush tries again at once", async () => {
    const desk = new Bench();
    desk.type("a");
    const first = desk.saver.flush();
    await desk.last().refuse("disk_full");
    expect(await first).toBe(false);
    const second = desk.saver.flush();
    expect(desk.sent).toHaveLength(2);
    await desk.last().answer({});
    expect(await second).toBe(true);
  });

  it("does not wait for ever on a disk without an answer", async () => {
    const desk = new Bench();
    desk.type("a");
    const flushed = desk.saver.flush();
    await desk.pass(SLOW_MS);
    expect(await flushed).toBe(false);
    expect(desk.state).toMatchObject({ state: "failed", failure: { code: "no_answer" } });
    expect(await desk.saver.flush()).toBe(false);
    await desk.last().answer({ at: "late" });
    expect(desk.state).toEqual({ state: "saved", at: "late" });
  });
});

describe("a save that fails", () => {
  it("is tried every two seconds by itself, the same text under the same operation", async () => {
    const desk = new Bench();
    desk.type("a");
    await desk.pass(THROTTLE_MS);
    await desk.last().refuse("disk_full");
    expect(desk.state).toMatchObject({ state: "failed", failure: { code: "disk_full" } });
    for (let round = 2; round < 5; round++) {
      await desk.pass(RETRY_MS);
      expect(desk.sent).toHaveLength(round);
      await desk.last().refuse("disk_full");
    }
    await desk.pass(RETRY_MS);
    await desk.last().answer({});
    expect(new Set(desk.sent.map((sent) => sent.operation))).toEqual(new Set(["op1"]));
    expect(desk.state.state).toBe("saved");
    await desk.pass(60_000);
    expect(desk.sent).toHaveLength(5);
  });

  it("drops no newer text: it follows when the older one is on disk", async () => {
    const desk = new Bench();
    desk.type("a");
    await desk.pass(THROTTLE_MS);
    await desk.last().refuse("unknown");
    desk.type("b");
    await desk.pass(RETRY_MS);
    expect(desk.last()).toMatchObject({ body: "a", operation: "op1", basedOn: 7 });
    await desk.last().answer({});
    expect(desk.last()).toMatchObject({ body: "ab", operation: "op2", basedOn: 8 });
    await desk.last().answer({});
    expect(desk.state.state).toBe("saved");
  });

  it("gives way to a newer text once it was refused", async () => {
    const desk = new Bench();
    desk.type("a");
    await desk.pass(THROTTLE_MS);
    await desk.last().refuse("too_long");
    desk.type("b");
    await desk.pass(RETRY_MS);
    expect(desk.last()).toMatchObject({ body: "ab", operation: "op2", basedOn: 7 });
    await desk.last().answer({});
    expect(desk.state.state).toBe("saved");
    expect(desk.bodies).toEqual(["a", "ab"]);
  });

  it("does not give way while nobody knows whether it is on disk", async () => {
    const desk = new Bench();
    desk.type("a");
    await desk.pass(THROTTLE_MS);
    await desk.last().refuse("unknown");
    desk.type("b");
    await desk.pass(RETRY_MS);
    await desk.last().refuse("disk_full");
    await desk.pass(RETRY_MS);
    expect(desk.bodies).toEqual(["a", "a", "a"]);
  });

  it("stays not saved while typing goes on", async () => {
    const desk = new Bench();
    desk.type("a");
    await desk.pass(THROTTLE_MS);
    await desk.last().refuse("disk_full");
    desk.type("b");
    expect(desk.state.state).toBe("failed");
    expect(desk.saver.clean).toBe(false);
  });
});

describe("a conflict", () => {
  async function collide(desk: Bench): Promise<void> {
    desk.type("mine");
    await desk.pass(THROTTLE_MS);
    await desk.last().answer({ outcome: "conflict", save: 9, kept: 4, text: text("theirs") });
  }

  it("stops saving and shows both texts", async () => {
    const desk = new Bench();
    await collide(desk);
    expect(desk.state).toMatchObject({
      state: "conflict",
      conflict: { kept: 4, save: 9, theirs: text("theirs") },
    });
    await desk.pass(60_000);
    expect(desk.sent).toHaveLength(1);
    expect(await desk.saver.flush()).toBe(false);
  });

  it("ends with theirs: nothing is sent, and the next save stands on theirs", async () => {
    const desk = new Bench();
    await collide(desk);
    desk.saver.keepTheirs();
    expect(desk.adopted).toEqual([text("theirs")]);
    expect(desk.state.state).toBe("saved");
    expect(desk.sent).toHaveLength(1);
    desk.type("!");
    await desk.pass(THROTTLE_MS);
    expect(desk.last().basedOn).toBe(9);
  });

  it("ends with mine: it is saved on their counter under a new operation", async () => {
    const desk = new Bench();
    await collide(desk);
    desk.saver.putMine();
    expect(desk.last()).toMatchObject({ body: "mine", basedOn: 9, operation: "op2" });
    await desk.last().answer({});
    expect(desk.state.state).toBe("saved");
    expect(desk.adopted).toEqual([]);
  });

  it("keeps what was typed while the save was in flight, too", async () => {
    const desk = new Bench();
    desk.type("mine");
    await desk.pass(THROTTLE_MS);
    desk.type(" more");
    await desk.last().answer({ outcome: "conflict", save: 9, kept: 4, text: text("theirs") });
    desk.saver.keepTheirs();
    expect(desk.adopted).toEqual([]);
    expect(desk.last()).toMatchObject({ body: "mine more", basedOn: 7 });
    await desk.last().answer({ outcome: "conflict", save: 9, kept: 5, text: text("theirs") });
    expect(desk.adopted).toEqual([text("theirs")]);
    expect(desk.saver.clean).toBe(true);
  });

  it("is over when both texts turn out to be the same", async () => {
    const desk = new Bench();
    await collide(desk);
    desk.type("");
    await desk.pass(THROTTLE_MS);
    await desk.last().answer({ outcome: "unchanged", save: 9 });
    expect(desk.state.state).toBe("saved");
  });

  it("met after a failure keeps the newer text as well", async () => {
    const desk = new Bench();
    desk.type("a");
    await desk.pass(THROTTLE_MS);
    await desk.last().refuse("unknown");
    desk.type("b");
    await desk.pass(RETRY_MS);
    await desk.last().answer({ outcome: "conflict", save: 9, kept: 4, text: text("theirs") });
    await desk.last().answer({ outcome: "conflict", save: 9, kept: 5, text: text("theirs") });
    expect(desk.bodies).toEqual(["a", "a", "ab"]);
    expect(desk.state).toMatchObject({ state: "conflict", conflict: { kept: 5 } });
  });
});

describe("a draft that changed elsewhere", () => {
  it("is taken over while nothing is unsaved here", async () => {
    const desk = new Bench();
    expect(desk.saver.moveTo(12, "later")).toBe(true);
    desk.type("a");
    expect(desk.saver.moveTo(13, "latest")).toBe(false);
    await desk.pass(THROTTLE_MS);
    expect(desk.last().basedOn).toBe(12);
    expect(desk.saver.moveTo(13, "latest")).toBe(false);
  });

  it("is not taken over when it was read before the last save", async () => {
    const desk = new Bench();
    desk.type("a");
    await desk.pass(THROTTLE_MS);
    await desk.last().answer({});
    expect(desk.saver.moveTo(7, "older")).toBe(false);
    expect(desk.saver.save).toBe(8);
  });
});

describe("whatever happens", () => {
  it("the newest text is on disk last, and no text overtakes a newer one", async () => {
    for (let seed = 1; seed <= 60; seed++) await randomStay(seed);
  });
});

/** Types, waits, answers and refuses at random; then lets the disk work and looks at it. */
async function randomStay(seed: number): Promise<void> {
  const random = generator(seed);
  const desk = new Bench();
  const disk = { body: "", save: 7, done: new Map<string, Partial<SaveAnswer>>() };
  const land = async (sent: Sent, lost: boolean) => {
    let answer = disk.done.get(sent.operation);
    if (!answer) {
      expect(sent.basedOn).toBe(disk.save);
      expect(sent.body.startsWith(disk.body)).toBe(true);
      disk.body = sent.body;
      answer = { save: ++disk.save };
      disk.done.set(sent.operation, answer);
    }
    await (lost ? sent.refuse("unknown") : sent.answer(answer));
  };
  let open = 0;
  for (let step = 0; step < 30; step++) {
    const dice = random();
    if (dice < 0.4) desk.type(String.fromCharCode(97 + (step % 26)));
    else if (dice < 0.7) await desk.pass(Math.floor(random() * 900));
    const waiting = desk.sent[open];
    if (waiting && random() < 0.5) {
      open++;
      if (random() < 0.3) await waiting.refuse("disk_full");
      else await land(waiting, random() < 0.3);
    }
  }
  for (let round = 0; round < 10; round++) {
    await desk.pass(RETRY_MS);
    for (let waiting = desk.sent[open]; waiting; waiting = desk.sent[open]) {
      open++;
      await land(waiting, false);
    }
  }
  expect(disk.body).toBe(desk.body);
  expect(desk.saver.clean).toBe(true);
  expect(desk.state.state).toBe("saved");
}

function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
