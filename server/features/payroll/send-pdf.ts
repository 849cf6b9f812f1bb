import type { Buffer } from 'node:buffer';
import type { Response } from 'express';
import { cleanFileName, contentDisposition } from '../../platform/files/index.ts';

/** A paper as a download nobody keeps on the way. */
export function sendPdf(res: Response, name: string, bytes: Buffer): void {
  res.set({
    'content-type': 'application/pdf',
    'content-disposition': contentDisposition('attachment', cleanFileName(name, { extensions: ['pdf'] })),
    'cache-control': 'no-store, no-transform',
    'x-content-type-options': 'nosniff',
  });
  res.end(bytes);
}
