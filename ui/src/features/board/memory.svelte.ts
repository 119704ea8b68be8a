import type { BoardFilter } from "../../backend";

/** What a person looked at on the board, so that they find it again when they come back. */
class Memory {
  search = $state("");
  cell = $state(0);
  /** The row that the keyboard is on, and how many are scrolled out of sight. */
  active = $state(0);
  top = $state(0);
  #folder = "";
  #filter: BoardFilter = "open";

  /** Another list starts from its top, another newsroom without a search. */
  enter(folder: string, filter: BoardFilter): void {
    if (folder !== this.#folder) this.search = "";
    else if (filter === this.#filter) return;
    this.#folder = folder;
    this.#filter = filter;
    this.active = 0;
    this.top = 0;
    this.cell = 0;
  }
}

export const memory = new Memory();
