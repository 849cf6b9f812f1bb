import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';

const BLOCK = 256 * 1024;

/** Random reads of one local file through a single block, so that walking headers costs few system calls. */
export class FileBytes {
  readonly size: number;
  readonly path: string;
  readonly #file: FileHandle;
  #block: Buffer = Buffer.alloc(0);
  #blockAt = 0;

  private constructor(file: FileHandle, path: string, size: number) {
    this.#file = file;
    this.path = path;
    this.size = size;
  }

  static async use<Result>(path: string, work: (bytes: FileBytes) => Promise<Result>): Promise<Result> {
    const file = await open(path, 'r');
    try {
      return await work(new FileBytes(file, path, (await file.stat()).size));
    } finally {
      await file.close();
    }
  }

  /** The bytes from a position; fewer than asked only at the end of the file. */
  async at(position: number, length: number): Promise<Buffer> {
    const wanted = Math.max(0, Math.min(length, this.size - position));
    const from = position - this.#blockAt;
    if (from >= 0 && from + wanted <= this.#block.length) return this.#block.subarray(from, from + wanted);
    const buffer = Buffer.alloc(Math.max(0, Math.min(Math.max(wanted, BLOCK), this.size - position)));
    let filled = 0;
    while (filled < buffer.length) {
      const { bytesRead } = await this.#file.read(buffer, filled, buffer.length - filled, position + filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    this.#block = buffer.subarray(0, filled);
    this.#blockAt = position;
    return this.#block.subarray(0, wanted);
  }

  head(length: number): Promise<Buffer> {
    return this.at(0, length);
  }

  tail(length: number): Promise<Buffer> {
    return this.at(Math.max(0, this.size - length), length);
  }

  /** Read through block by block, so that memory does not grow with the file. */
  async includes(needle: Buffer): Promise<boolean> {
    for (let at = 0; at < this.size; at += BLOCK - needle.length + 1)
      if ((await this.at(at, BLOCK)).includes(needle)) return true;
    return false;
  }
}
