import { describe, expect, it } from "vitest";

import { PAGE, Pages } from "./pages.svelte";

const settled = () => new Promise((done) => setTimeout(done));

function listOf(length: number) {
  const asked: number[] = [];
  const source = { name: "a" };
  const pages = new Pages<string>(async (offset, limit) => {
    asked.push(offset);
    const rows = Array.from(
      { length: Math.min(limit, length - offset) },
      (_, at) => `${source.name}${offset + at}`,
    );
    return { total: length, rows };
  });
  return { pages, asked, source };
}

describe("a long list", () => {
  it("reads what is in sight and nothing else, once", async () => {
    const { pages, asked } = listOf(100_000);
    pages.want(50_010, 50_030);
    pages.want(50_012, 50_032);
    await settled();
    expect(asked).toEqual([50_000]);
    expect(pages.total).toBe(100_000);
    expect(pages.at(50_013)).toBe("a50013");
    expect(pages.at(0)).toBeUndefined();
  });

  it("does not read what was scrolled past meanwhile", async () => {
    const { pages, asked } = listOf(100_000);
    for (let page = 0; page < 20; page++) pages.want(page * PAGE, page * PAGE + 20);
    await settled();
    expect(asked).toEqual([0, PAGE, 19 * PAGE]);
  });

  it("keeps what is there until the new is read", async () => {
    const { pages, source } = listOf(80);
    pages.want(0, 20);
    await settled();
    source.name = "b";
    pages.refresh();
    expect(pages.at(3)).toBe("a3");
    await settled();
    expect(pages.at(3)).toBe("b3");
  });

  it("drops answers to what is another list by now", async () => {
    const { pages, source } = listOf(80);
    pages.want(0, 20);
    source.name = "b";
    pages.restart();
    await settled();
    expect(pages.at(0)).toBe("b0");
  });

  it("does not grow without end", async () => {
    const { pages } = listOf(100_000);
    for (let page = 0; page < 60; page++) {
      pages.want(page * PAGE, page * PAGE + 20);
      await settled();
    }
    expect(pages.at(0)).toBeUndefined();
    expect(pages.at(59 * PAGE)).toBe(`a${59 * PAGE}`);
  });
});
