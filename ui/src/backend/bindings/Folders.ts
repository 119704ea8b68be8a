import type { BackupFile } from "./BackupFile";

export type Folders = {
  newsroom: string;
  media: string;
  backups: string;
  site: string | null;
  backup_files: BackupFile[];
};
