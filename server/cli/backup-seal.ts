import { randomBytes, scryptSync } from 'node:crypto';
import { createReadStream, createWriteStream, readFileSync } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FileKeys } from '../platform/files/index.ts';
import { readSealed, StoredFileError, syncFile, writeSealed } from '../platform/files/index.ts';
import { readKeyText } from '../platform/crypto/key-text.ts';
import type { Secrets } from '../platform/secrets.ts';
import type { BackupMark } from './backup-mark.ts';

export type SealedMark = BackupMark & { id: string };

/** A list of what belongs to the backup, so that a file that is missing or of another backup is noticed. */
const LIST_FILE = 'contents.sealed';
const listName = (id: string): string => `${id} contents`;
const fileName = (id: string, path: string): string => `${id}/${path}`;

export const newBackupId = (): string => randomBytes(16).toString('hex');

/** 64 MB and about 200 ms a try. */
const SCRYPT = { N: 65_536, r: 8, p: 1, maxmem: 128 * 1024 * 1024 };
const LEAST = 12;

/** The first line of a file of its own: what stands on a command line is read by others. */
export function readPassphrase(path: string): string {
  const [line = ''] = readFileSync(path, 'utf8').split(/\r?\n/u);
  if (line.length < LEAST)
    throw new Error(`口令至少 ${LEAST} 个字符 / a passphrase has at least ${LEAST} characters: ${path}`);
  return line;
}

/** What a backup is sealed with: the active key of sealed fields, or what a passphrase gives. */
export function backupKeys(
  { fieldKeys }: Pick<Secrets, 'fieldKeys'>,
  id: string,
  passphrase?: string,
): FileKeys {
  if (passphrase !== undefined) {
    const key = scryptSync(passphrase, id, 32, SCRYPT);
    return { active: 'passphrase', keys: new Map([['passphrase', key]]) };
  }
  const read = Object.entries(fieldKeys.keys).map(
    ([keyId, text]) => [keyId, readKeyText(text, `field key ${keyId}`)] as const,
  );
  return {
    active: fieldKeys.active,
    keys: new Map(read.map(([keyId, { bytes }]) => [keyId, bytes])),
    suites: new Map(read.map(([keyId, { suite }]) => [keyId, suite])),
  };
}

/** Every file below a folder, by its path in it with slashes. */
export async function* filesBelow(folder: string, within = ''): AsyncGenerator<string> {
  for (const entry of await readdir(join(folder, within), { withFileTypes: true })) {
    const path = within === '' ? entry.name : `${within}/${entry.name}`;
    if (entry.isDirectory()) yield* filesBelow(folder, path);
    else if (entry.isFile()) yield path;
  }
}

/** Where a file of the backup lies now, and the place it will be restored to. */
export interface Packed {
  path: string;
  from: string;
}

/** Seals these files into the folder, and behind them the list of them. */
export async function sealInto(
  folder: string,
  files: AsyncIterable<Packed>,
  mark: SealedMark,
  keys: FileKeys,
): Promise<number> {
  const paths: string[] = [];
  for await (const { path, from } of files) {
    const to = join(folder, path);
    try {
      await writeSealed(bytesOf(from), to, keys, fileName(mark.id, path));
      paths.push(path);
    } catch (error) {
      if (!isGone(error)) throw error;
      await rm(to, { force: true }); // an upload nobody needed was swept meanwhile
    }
  }
  const lines = [mark, ...paths].map((line) => Buffer.from(`${JSON.stringify(line)}\n`));
  await writeSealed(Readable.from(lines), join(folder, LIST_FILE), keys, listName(mark.id));
  return paths.length;
}

/** Opened when it is read, so that a file that is gone is told to its reader. */
async function* bytesOf(path: string): AsyncGenerator<Buffer> {
  yield* createReadStream(path) as AsyncIterable<Buffer>; // a stream without an encoding
}

/** Opens everything into a folder; nothing that was altered, left out, or put in from another backup gets through. */
export async function openInto(
  to: string,
  folder: string,
  mark: SealedMark,
  keys: FileKeys,
): Promise<number> {
  const list = readSealed(join(folder, LIST_FILE), keys, listName(mark.id));
  let count = -1;
  try {
    for await (const said of linesOf(list)) {
      count += 1;
      if (count === 0 && JSON.stringify(said) !== JSON.stringify(mark))
        throw new Error(`备份说明被改动过 / the description of the backup was altered: ${folder}`);
      if (count > 0) await openOne(String(said), to, folder, mark, keys);
    }
  } catch (error) {
    throw mark.sealedWith === 'passphrase' && count < 0 && error instanceof StoredFileError
      ? new Error(`口令不对，或备份已损坏 / the passphrase is wrong, or the backup damaged: ${folder}`)
      : error;
  }
  return count;
}

async function* linesOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<unknown> {
  let held: Buffer = Buffer.alloc(0);
  for await (const chunk of chunks) {
    held = Buffer.concat([held, chunk]);
    for (let end = held.indexOf('\n'); end >= 0; end = held.indexOf('\n')) {
      yield JSON.parse(held.subarray(0, end).toString('utf8'));
      held = held.subarray(end + 1);
    }
  }
}

/** Opens one file of a backup alone. */
export const readFromBackup = (
  path: string,
  folder: string,
  { id }: SealedMark,
  keys: FileKeys,
): AsyncGenerator<Buffer> => readSealed(join(folder, path), keys, fileName(id, path));

async function openOne(
  path: string,
  to: string,
  folder: string,
  mark: SealedMark,
  keys: FileKeys,
): Promise<void> {
  const target = join(to, path);
  await mkdir(dirname(target), { recursive: true, mode: 0o700 });
  const plain = Readable.from(readFromBackup(path, folder, mark, keys));
  await pipeline(plain, createWriteStream(target, { flags: 'wx', mode: 0o600 })).catch((error: unknown) => {
    throw isGone(error) ? new Error(`备份缺少文件 / a file of the backup is missing: ${path}`) : error;
  });
  await syncFile(target);
}

const isGone = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';
