import { describe, expect, it } from "vitest";

import { hasWords } from "../i18n";
import { latin } from "./editor";
import { matches } from "./match";
import { type Scope, SHORTCUTS, type Shortcut, WITHIN } from "./table";

const chord = ({ code, mod, alt, shift }: Shortcut) =>
  [mod && "mod", alt && "alt", shift && "shift", code].filter(Boolean).join("+");

function reach(scope: Scope): Scope[] {
  const outer = WITHIN[scope];
  return outer ? [scope, ...reach(outer)] : [scope];
}

const plain = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

describe("shortcuts", () => {
  it("no two actions share keys in a scope or in one around it", () => {
    for (const shortcut of SHORTCUTS) {
      const clashes = SHORTCUTS.filter(
        (other) =>
          other !== shortcut &&
          chord(other) === chord(shortcut) &&
          reach(shortcut.scope).includes(other.scope),
      );
      expect(clashes, chord(shortcut)).toEqual([]);
    }
  });

  it("an action has one scope", () => {
    for (const { action, scope } of SHORTCUTS) {
      const scopes = SHORTCUTS.filter((other) => other.action === action).map((s) => s.scope);
      expect(new Set(scopes)).toEqual(new Set([scope]));
    }
  });

  it("plain typing is never a shortcut", () => {
    for (const { code, mod, alt } of SHORTCUTS) {
      expect(mod || alt || /^(F\d+|Escape)$/.test(code), code).toBeTruthy();
    }
  });

  it("each action and scope has words", () => {
    for (const { action, scope } of SHORTCUTS) {
      expect(hasWords(`shortcut-${action}`), action).toBe(true);
      expect(hasWords(`scope-${scope}`), scope).toBe(true);
    }
  });
});

describe("a press", () => {
  it("is told by the place of the key, whatever the layout", () => {
    const press = { ...plain, ctrlKey: true, code: "KeyS", key: "і" };
    expect(matches(press).map(({ action }) => action)).toEqual(["save"]);
  });

  it("with AltGr writes a letter", () => {
    const press = { ...plain, altKey: true, code: "KeyU", getModifierState: () => true };
    expect(matches(press)).toEqual([]);
  });

  it("with one modifier more is another press", () => {
    expect(matches({ ...plain, ctrlKey: true, altKey: true, code: "KeyS" })).toEqual([]);
  });

  it("on a Cyrillic layout becomes the Latin one for the editor", () => {
    const press = { ...plain, ctrlKey: true, code: "KeyZ", key: "я" };
    expect(latin(press)).toEqual({ key: "z", keyCode: 90 });
    expect(latin({ ...press, shiftKey: true, key: "Я" })).toEqual({ key: "Z", keyCode: 90 });
  });

  it("that types, or is Latin already, is left alone", () => {
    expect(latin({ ...plain, code: "KeyZ", key: "я" })).toBeNull();
    expect(latin({ ...plain, ctrlKey: true, code: "KeyZ", key: "z" })).toBeNull();
  });
});
