import { createHash } from 'node:crypto';
import { rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { ZipArchive } from 'archiver';
import { openFileStore, syncFolder, writeSealed } from '../../../platform/files/index.ts';
import type { FileStore } from '../../../platform/files/index.ts';
import type { PackEntry, PackTask, PackWritten } from './pack-task.ts';

/** What is compressed already is only laid into the archive. */
const PACKED = /\.(?:jpe?g|png|webp|pdf|xlsx|docx|mp3|m4a|amr|ogg|webm|mp4|wav)$/iu;

/**
 * Writes the archive, sealed, aside and gives it its name when it is whole and on disk: a killed thread leaves no half pack.
 * Each stored file is hashed on its way in; one that is not what was promised stops the pack.
 */
export async function writeZip(task: PackTask, tell: (news: { done: number }) => void): Promise<PackWritten> {
  const aside = `${task.zipPath}.part`;
  const hash = createHash('sha256');
  let bytes = 0;
  const zip = new ZipArchive({ zlib: { level: 6 } });
  async function* measured(): AsyncGenerator<Buffer> {
    for await (const chunk of zip as AsyncIterable<Buffer>) {
      hash.update(chunk);
      bytes += chunk.length;
      yield chunk;
    }
  }
  try {
    await rm(aside, { force: true }); // of one that was killed
    const written = writeSealed(measured(), aside, task.files.keys, task.name);
    written.catch(() => {}); // told below, by whoever of the two fails first
    await Promise.race([fill(zip, task, tell), written]);
    await written;
    await rename(aside, task.zipPath);
    await syncFolder(dirname(task.zipPath));
    return { bytes, sha256: hash.digest('hex') };
  } catch (error) {
    zip.destroy();
    await rm(aside, { force: true });
    throw error;
  }
}

async function fill(zip: ZipArchive, task: PackTask, tell: (news: { done: number }) => void): Promise<void> {
  const store = openFileStore(task.files);
  const date = new Date(task.at);
  let done = 0;
  for (const entry of task.entries) {
    const source = await sourceOf(entry, store);
    const laid = new Promise<void>((resolve, reject) => {
      zip.once('entry', () => resolve());
      source.once('error', reject);
    });
    zip.append(source, { name: entry.path, date, store: PACKED.test(entry.path) });
    await laid;
    done += 1;
    tell({ done });
  }
  await zip.finalize();
}

async function sourceOf(entry: PackEntry, store: FileStore): Promise<Readable> {
  if ('data' in entry.from) return checked(Readable.from([Buffer.from(entry.from.data)]), entry);
  const found = await store.get(entry.sha256);
  if (found === null) throw changed(entry);
  return checked(found.stream, entry);
}

/** Passes the bytes on and fails at their end when they are not the promised ones. */
function checked(source: Readable, entry: PackEntry): Readable {
  const hash = createHash('sha256');
  const check = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
    flush(done) {
      done(hash.digest('hex') === entry.sha256 ? null : changed(entry));
    },
  });
  source.once('error', (error) => check.destroy(error));
  return source.pipe(check);
}

function changed({ path }: PackEntry): Error {
  return Object.assign(new Error(`${path} is not what was recorded`), { code: 'fileChanged', details: path });
}
