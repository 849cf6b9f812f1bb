import { rm, writeFile } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import type { FilePurpose, FileView } from '../../core/contract/files.ts';
import type { Ctx } from '../../platform/context.ts';
import { findFilesHeldBy, findStoredFiles } from './file.model.ts';
import type { FileRecord } from './file.model.ts';
import { assertRoom, filesSetup, tmpPath } from './files-setup.ts';
import type { HolderRef } from './hold-files.ts';
import { storeFile } from './store-file.ts';

/** The stored files of a record the caller has checked, in the order asked; what is gone is left out. */
export async function storedFiles(ids: readonly string[]): Promise<FileRecord[]> {
  if (ids.length === 0) return [];
  const found = new Map((await findStoredFiles(ids)).map((file) => [String(file._id), file]));
  return ids.flatMap((id) => found.get(id) ?? []);
}

/** What rests with one record, oldest first. */
export async function filesHeldBy(ref: HolderRef): Promise<FileRecord[]> {
  const held = await findFilesHeldBy(ref);
  return held.sort((a, b) => (String(a._id) < String(b._id) ? -1 : 1));
}

/** The bytes under this name, as a stream: for fingerprints and packs, which never need them all at once. */
export async function storedContent(sha256: string): Promise<Readable> {
  const found = await filesSetup().store.get(sha256);
  if (found === null) throw new Error('The bytes of a stored file are missing');
  return found.stream;
}

/** All bytes of one file; for pictures and papers, which are small. */
export async function storedBytes(sha256: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of (await storedContent(sha256)) as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Stores what the product itself made for this person, by the same checks as what people send. */
export async function storeBytes(
  bytes: Uint8Array,
  { name, purpose }: { name: string; purpose: FilePurpose },
  ctx: Ctx,
): Promise<FileView> {
  await assertRoom(bytes.length);
  const path = tmpPath();
  try {
    await writeFile(path, bytes, { mode: 0o600, flag: 'wx' });
    return await storeFile({ path, name, purpose }, ctx);
  } finally {
    await rm(path, { force: true });
  }
}
