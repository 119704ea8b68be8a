import { untrack } from "svelte";

import { Failure } from "../backend";

/** Rows that are read at once. */
export const PAGE = 50;
/** Pages that are read at the same time: what one scrolls past meanwhile is not read at all. */
const AT_ONCE = 2;
/** Pages that are kept when they are out of sight. */
const KEPT = 40;

type Load<T> = (offset: number, limit: number) => Promise<{ total: number; rows: T[] }>;

/** A long list of which only the pages that were asked for are read. */
export class Pages<T> {
  total = $state.raw<number | null>(null);
  failure = $state.raw<Failure | null>(null);

  #pages = $state.raw(new Map<number, readonly T[]>());
  #stale = new Set<number>();
  #asked = new Set<number>();
  #wanted: number[] = [];
  #list = 0;
  #load: Load<T>;

  constructor(load: Load<T>) {
    this.#load = load;
  }

  at(index: number): T | undefined {
    return this.#pages.get(Math.floor(index / PAGE))?.[index % PAGE];
  }

  /** Sees to it that the rows from `first` until before `last` are there. */
  want(first: number, last: number): void {
    const from = Math.floor(first / PAGE);
    const until = Math.floor((last - 1) / PAGE);
    this.#wanted = Array.from({ length: until - from + 1 }, (_, at) => from + at);
    untrack(() => this.#readWanted());
  }

  /** Another list: nothing of this one counts. */
  restart(): void {
    this.#list += 1;
    this.#asked.clear();
    this.#stale.clear();
    this.#wanted = [0];
    untrack(() => {
      this.#pages = new Map();
      this.total = null;
      this.#readWanted();
    });
  }

  /** The same list may have changed: what is there stays until the new is read. */
  refresh(): void {
    untrack(() => {
      this.#list += 1;
      this.#asked.clear();
      this.#stale = new Set(this.#pages.keys());
      this.#readWanted();
    });
  }

  #readWanted(): void {
    for (const page of this.#wanted) {
      if (this.#asked.size >= AT_ONCE) return;
      const has = this.#pages.has(page) && !this.#stale.has(page);
      if (!has && !this.#asked.has(page)) void this.#read(page);
    }
  }

  async #read(page: number): Promise<void> {
    const list = this.#list;
    this.#asked.add(page);
    try {
      const { total, rows } = await this.#load(page * PAGE, PAGE);
      if (list !== this.#list) return;
      this.#stale.delete(page);
      this.#pages = this.#kept(new Map(this.#pages).set(page, rows));
      this.total = total;
      this.failure = null;
      this.#asked.delete(page);
      this.#readWanted();
    } catch (thrown) {
      if (list !== this.#list) return;
      this.failure = Failure.of(thrown);
      this.#asked.delete(page);
    }
  }

  #kept(pages: Map<number, readonly T[]>): Map<number, readonly T[]> {
    for (const page of pages.keys()) {
      if (pages.size <= KEPT) break;
      if (!this.#wanted.includes(page)) pages.delete(page);
    }
    return pages;
  }
}
