import { FluentBundle, FluentNumber, FluentResource, type FluentVariable } from "@fluent/bundle";

import type { Language } from "../backend";
import en from "./en.ftl?raw";
import { language } from "./language.svelte";
import ru from "./ru.ftl?raw";
import uk from "./uk.ftl?raw";

export type Words = Record<string, string | number>;

const bundles: Record<Language, FluentBundle> = {
  uk: bundle("uk", uk),
  en: bundle("en-US", en),
  ru: bundle("ru", ru),
};

function bundle(locale: string, source: string): FluentBundle {
  const made = new FluentBundle(locale, { useIsolating: false });
  const errors = made.addResource(new FluentResource(source));
  if (errors.length > 0) throw errors[0];
  return made;
}

/**
 * The words of a key in the window's language; in markup they follow a switch of the language.
 * Numbers are given as numbers: they choose the plural and are grouped as the language does.
 */
export function t(key: string, words?: Words): string {
  return inLanguage(language(), key, words);
}

/** The words of a key in a language that is not the window's. */
export function inLanguage(spoken: Language, key: string, words: Words = {}): string {
  const message = bundles[spoken].getMessage(key);
  if (!message?.value) return missing(key, "has no words");
  const errors: Error[] = [];
  const text = bundles[spoken].formatPattern(message.value, variables(spoken, words), errors);
  if (errors[0]) missing(key, errors[0].message);
  return text;
}

/** Whether there are words for a key. */
export function hasWords(key: string): boolean {
  return bundles.uk.hasMessage(key);
}

function variables(spoken: Language, words: Words): Record<string, FluentVariable> {
  return Object.fromEntries(
    Object.entries(words).map(([name, value]) => [
      name,
      typeof value === "number"
        ? new FluentNumber(value, { useGrouping: grouped(spoken, value) })
        : value,
    ]),
  );
}

/** Ukrainian and Russian newspapers keep four digits together: 1500, but 30 209. */
function grouped(spoken: Language, value: number): boolean {
  return spoken === "en" || Math.abs(value) >= 10_000;
}

/** A number by itself, grouped as the language does. */
export function number(value: number): string {
  const spoken = language();
  return value.toLocaleString(spoken === "en" ? "en-US" : spoken, {
    useGrouping: grouped(spoken, value),
  });
}

function missing(key: string, why: string): string {
  if (import.meta.env.DEV) throw new Error(`“${key}” ${why}`);
  return `[${key}]`;
}
