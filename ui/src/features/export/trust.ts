import type { Failure } from "../../backend";

/** Whether a server showed a key that nobody has said anything about. */
export function isStranger({ code }: Pick<Failure, "code">): boolean {
  return code === "server_unknown";
}

/** A server's address with the key that it is to show; null where there is no place for one. */
export function trusted(address: string, fingerprint: string): string | null {
  const [, user, rest] = address.match(/^sftp:\/\/([^;@/]+)(?:;[^@]*)?(@.+)$/) ?? [];
  return user === undefined ? null : `sftp://${user};fingerprint=${fingerprint}${rest}`;
}
