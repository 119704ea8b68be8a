import { describe, expect, it } from "vitest";

import { FieldHistory } from "./fieldHistory";

class Field {
  value = "";
  clock = 0;
  history = new FieldHistory("");

  type(letters: string, pause = 10): void {
    for (const letter of letters) this.put(this.value + letter, pause);
  }

  put(value: string, pause = 10): void {
    this.clock += pause;
    this.history.before(this.value.length, this.value.length);
    this.value = value;
    this.history.typed({ value, start: value.length, end: value.length }, this.clock);
  }

  undo(): string | undefined {
    const state = this.history.undo();
    if (state) this.value = state.value;
    return state?.value;
  }

  redo(): string | undefined {
    const state = this.history.redo();
    if (state) this.value = state.value;
    return state?.value;
  }
}

describe("what was typed in a field", () => {
  it("is undone by what was typed in one go", () => {
    const field = new Field();
    field.type("один");
    field.type(" ", 1000);
    field.type("два");
    expect([field.undo(), field.undo(), field.undo()]).toEqual(["один", "", undefined]);
  });

  it("is done again, until something else is typed", () => {
    const field = new Field();
    field.type("раз");
    field.type("2", 1000);
    field.undo();
    expect(field.redo()).toBe("раз2");
    field.undo();
    field.type("3", 1000);
    expect(field.redo()).toBeUndefined();
    expect(field.undo()).toBe("раз");
  });

  it("goes step by step where more than a letter came or went", () => {
    const field = new Field();
    field.type("раз");
    field.put("раз вставлене");
    field.put("раз");
    expect([field.undo(), field.undo(), field.undo()]).toEqual(["раз вставлене", "раз", ""]);
  });

  it("is forgotten when a text from elsewhere is shown", () => {
    const field = new Field();
    field.type("моє");
    field.history.replaced("чуже");
    expect(field.history.undo()).toBeNull();
  });

  it("is kept when the field itself takes line breaks out", () => {
    const field = new Field();
    field.type("раз");
    field.put("раз\nдва");
    field.history.replaced("раз два");
    expect(field.undo()).toBe("раз");
    expect(field.redo()).toBe("раз два");
  });

  it("gives the caret back to where it was", () => {
    const history = new FieldHistory("абв");
    history.before(1, 2);
    history.typed({ value: "ав", start: 1, end: 1 }, 0);
    expect(history.undo()).toEqual({ value: "абв", start: 1, end: 2 });
  });
});
