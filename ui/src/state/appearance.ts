import type { Settings } from "../backend";

/**
 * Theme and text size of the whole window: every length in it is a `rem`. What is kept here is
 * worn by the next window (`public/look.js`) before anything else of it is read.
 */
export function apply({ theme, text_size }: Settings): void {
  localStorage.setItem("theme", theme);
  const root = document.documentElement;
  if (theme === "system") delete root.dataset.theme;
  else root.dataset.theme = theme;
  root.style.fontSize = `${text_size}%`;
}
