import type { FileKeys, FilePlace } from '../../../platform/files/index.ts';

/** A file of the pack: bytes in hand, or what the file store keeps under a hash. */
export interface PackEntry {
  path: string;
  bytes: number;
  sha256: string;
  from: { stored: true } | { data: Uint8Array };
}

/** What the thread that writes a pack is handed; plain data only. */
export interface PackTask {
  /** Where stored files lie, and the keys that open them and seal the archive. */
  files: FilePlace & { keys: FileKeys };
  zipPath: string;
  /** What the sealed archive is bound to. */
  name: string;
  /** The moment it was begun, as every entry's time. */
  at: string;
  entries: PackEntry[];
}

export interface PackWritten {
  bytes: number;
  sha256: string;
}
