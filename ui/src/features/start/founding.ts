import type { Failure, Language } from "../../backend";

/** What is asked of whoever founds a newsroom. */
export interface Founding {
  folder: string;
  name: string;
  source: Record<Language, string>;
  owner: string;
}

export type Asked = "folder" | "name" | "source" | "owner";

/** What is still missing. */
export function missing({ folder, name, source, owner }: Founding): Asked[] {
  const isEmpty: Record<Asked, boolean> = {
    folder: folder.trim() === "",
    name: name.trim() === "",
    source: Object.values(source).every((each) => each.trim() === ""),
    owner: owner.trim() === "",
  };
  return (Object.keys(isEmpty) as Asked[]).filter((asked) => isEmpty[asked]);
}

const OF_FOLDER = [
  ...["folder_not_absolute", "folder_not_empty", "newsroom_exists", "not_a_newsroom"],
  ...["files", "read_only", "disk_full"],
];

/** The field that a refusal is about; none for those that are about no field. */
export function about({ code, params }: Failure): Asked | null {
  if (OF_FOLDER.includes(code)) return "folder";
  if (code !== "bad_value") return null;
  return params.key === "owner" || params.key === "name" ? params.key : null;
}
