import type { Settings } from "../backend";

/** Theme and text size of the whole window: every length in it is a `rem`. */
export function apply({ theme, text_size }: Settings): void {
  const root = document.documentElement;
  if (theme === "system") delete root.dataset.theme;
  else root.dataset.theme = theme;
  root.style.fontSize = `${text_size}%`;
}
