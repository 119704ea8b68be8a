import { vitePreprocess } from "@sveltejs/vite-plugin-svelte";

export default {
  preprocess: vitePreprocess(),
  // The content-security policy allows style sheets of our own, and no style element.
  compilerOptions: { css: "external", runes: true },
};
