/** A switch of the window that is as it was left, also after a restart. */
export class Remembered {
  readonly #name: string;
  #on: boolean;

  constructor(name: string, otherwise: boolean) {
    this.#name = name;
    const kept = localStorage.getItem(name);
    this.#on = $state(kept === null ? otherwise : kept === "on");
  }

  get on(): boolean {
    return this.#on;
  }

  set on(next: boolean) {
    this.#on = next;
    localStorage.setItem(this.#name, next ? "on" : "off");
  }
}
