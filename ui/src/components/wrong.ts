import { tick } from "svelte";

/** Puts the keyboard on the first field of a form that says what is wrong with it. */
export async function toWrong(form: Element): Promise<void> {
  await tick();
  form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
}
