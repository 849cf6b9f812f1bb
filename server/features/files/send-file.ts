import { pipeline } from 'node:stream/promises';
import type { Request, Response } from 'express';
import { contentDisposition } from '../../platform/files/index.ts';
import type { ByteRange } from '../../platform/files/index.ts';
import { drawThumbnail } from './content/check-picture.ts';
import { kindOfMime } from './file-kinds.ts';
import type { FileRecord } from './file.model.ts';
import { filesSetup } from './files-setup.ts';

/** Whatever a file holds, opened in a browser it can run nothing, load nothing and see no session. */
const SANDBOX =
  "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; media-src 'self'; frame-ancestors 'none'; sandbox";

function headers(file: FileRecord, res: Response): void {
  const inline = kindOfMime(file.mime)?.inline === true;
  res.set({
    'content-type': file.mime,
    'content-disposition': contentDisposition(inline ? 'inline' : 'attachment', file.name),
    'content-security-policy': SANDBOX,
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    // A compressed answer would have neither the length nor the ranges it names.
    'cache-control': 'private, no-cache, no-transform',
    'accept-ranges': 'bytes',
    etag: `"${file.sha256}"`,
  });
}

/** Sends the bytes, one range of them, or only that they have not changed. */
export async function sendFile(file: FileRecord, req: Request, res: Response): Promise<void> {
  headers(file, res);
  if (req.fresh) {
    res.status(304).end();
    return;
  }
  const ifRange = req.get('if-range');
  const asked = ifRange === undefined || ifRange === `"${file.sha256}"` ? req.get('range') : undefined;
  const range = asked === undefined ? undefined : readRange(asked, file.bytes);
  if (range === null) {
    res.status(416).set('content-range', `bytes */${file.bytes}`).removeHeader('content-disposition');
    res.end();
    return;
  }
  if (range !== undefined) {
    res.status(206).set('content-range', `bytes ${range.start}-${range.end}/${file.bytes}`);
  }
  res.set('content-length', String(range === undefined ? file.bytes : range.end - range.start + 1));
  if (req.method === 'HEAD') {
    res.end();
    return;
  }
  const found = await filesSetup().store.get(file.sha256, range === undefined ? {} : { range });
  if (found === null) {
    forget(res);
    throw new Error(`The bytes of file ${String(file._id)} are missing from the store`);
  }
  await pipeline(found.stream, res).catch(ignoreGoneReader);
}

export async function sendThumbnail(file: FileRecord, req: Request, res: Response): Promise<void> {
  headers({ ...file, mime: 'image/webp', name: file.name.replace(/\.\w+$/u, '.webp') }, res);
  res.set({ etag: `"${file.sha256}-thumbnail"`, 'accept-ranges': 'none' });
  if (req.fresh) {
    res.status(304).end();
    return;
  }
  res.send(await thumbnailOf(file));
}

/** Thumbnails are drawn again when they are missing: backups need not carry them. */
async function thumbnailOf({ sha256 }: FileRecord): Promise<Buffer> {
  const { store } = filesSetup();
  const drawn = await store.get(sha256, { shelf: 'thumbnail' });
  if (drawn !== null) return readAll(drawn.stream);
  const original = await store.get(sha256);
  if (original === null) throw new Error(`The bytes of a picture are missing from the store`);
  const picture = await drawThumbnail(await readAll(original.stream));
  await store.putThumbnail(sha256, picture);
  return picture;
}

async function readAll(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** One range of bytes; undefined: not one we read, send all; null: outside the file (RFC 9110, 14). */
function readRange(header: string, size: number): ByteRange | null | undefined {
  const parts = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header);
  const [, from = '', to = ''] = parts ?? [];
  if (from === '' && to === '') return undefined;
  const start = from === '' ? Math.max(0, size - Number(to)) : Number(from);
  const end = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1);
  if (from !== '' && to !== '' && Number(to) < start) return undefined;
  return start > end || (from === '' && Number(to) === 0) ? null : { start, end };
}

function forget(res: Response): void {
  for (const name of ['content-length', 'content-range', 'content-disposition', 'etag'])
    res.removeHeader(name);
}

const ignoreGoneReader = (error: unknown): void => {
  if (error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE') return;
  throw error;
};
