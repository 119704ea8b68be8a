import { call, operation, type Picked } from "../../backend";

const IMAGE = /\.(jpe?g|png|webp|gif|avif|tiff?|heic)$/i;

/** Files that are photos by their names. */
export function photosOf(files: readonly Picked[]): Picked[] {
  return files.filter((file) => IMAGE.test(file.name));
}

/** Brings photos into the newsroom; gives the Markdown that shows them. */
export async function shown(files: readonly Picked[]): Promise<string> {
  const lines: string[] = [];
  for (const { token } of files) {
    const { hash } = await call("add_image", { operation: operation(), token });
    lines.push(`![](media:${hash})`);
  }
  return lines.join("\n\n");
}
