import type { Readable } from 'node:stream';

/** What was stored: the SHA-256 (hex) of the bytes is also their name. */
export interface StoredBytes {
  sha256: string;
  bytes: number;
}

export interface ByteRange {
  start: number;
  /** Inclusive, as in HTTP. */
  end: number;
}

/** `content` are the uploaded bytes themselves, `thumbnail` what was drawn from them under the same name. */
export type Shelf = 'content' | 'thumbnail';

export interface PutOptions {
  /** Asked once the source has ended: the name to keep the bytes under instead of their own SHA-256. */
  as?: () => string;
  /** In the place of bytes of the same name and length too, which are otherwise only made young again. */
  replace?: boolean;
}

/**
 * Where bytes lie, named by their content: a folder here, an object store elsewhere. Equal bytes are kept once; who
 * still needs them is known by the records, never by the store.
 */
export interface FileStore {
  /** Durable when it resolves; storing what is there already only renews its age. */
  put(source: Readable, options?: PutOptions): Promise<StoredBytes>;
  /** Takes over a finished local file of the same volume; it is gone from its old place afterwards. */
  adopt(path: string): Promise<StoredBytes>;
  putThumbnail(sha256: string, picture: Uint8Array): Promise<void>;
  /** Null when there are no such bytes. */
  get(
    sha256: string,
    options?: { shelf?: Shelf; range?: ByteRange },
  ): Promise<{ bytes: number; stream: Readable } | null>;
  /**
   * Removes bytes nobody needs. What was put again after `unlessPutSince` stays, also when that happens during the
   * call; resolves to whether the bytes are gone.
   */
  remove(sha256: string, options: { unlessPutSince: Date }): Promise<boolean>;
  /** Every stored content, its length as it lies, and the moment it was last put. */
  list(): AsyncIterable<StoredBytes & { putAt: Date }>;
  /** Undoes what killed processes left half done before a moment; resolves to how many things that were. */
  tidy(before: Date): Promise<number>;
  /** Bytes that can still be written. */
  freeBytes(): Promise<number>;
}

/** How stored bytes lie: sealed with the active key, with an older one, open as before there were keys for files. */
export type SealState = 'active' | 'older' | 'open';

/** Files as the product uses them: named by the SHA-256 of what they say, and sealed wherever they lie. */
export interface SealedFileStore extends FileStore {
  /** Null when there are no such bytes. */
  sealState(sha256: string, shelf?: Shelf): Promise<{ state: SealState; keyId?: string } | null>;
  /** Seals content and thumbnail with the active key; checks on the way that the content is what its name says. */
  reseal(sha256: string): Promise<void>;
}
