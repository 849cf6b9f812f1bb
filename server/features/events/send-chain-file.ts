import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import { contentDisposition } from '../../platform/files/index.ts';

/** As a download; a fault half-way cuts the connection, and a file without its last line never passes for whole. */
export async function sendChainFile(
  res: Response,
  { from, to }: { from: PlainDate; to: PlainDate },
  lines: AsyncIterable<string>,
): Promise<void> {
  res.set({
    'content-type': 'application/x-ndjson; charset=utf-8',
    'content-disposition': contentDisposition('attachment', `anxin-events-${from}-${to}.jsonl`),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  await pipeline(Readable.from(lines), res).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE') return;
    throw error;
  });
}
