import { ThreadPool } from '../thread-pool.ts';
import type { DrawnPdf, PdfDocument } from './pdf-document.ts';

const pool = new ThreadPool<PdfDocument, { bytes: Uint8Array; missing: string[] }>(
  'server/platform/pdf/pdf-thread.ts',
  { threads: 1, limitMs: 60_000, idleMs: 60_000, heapMb: 256 },
);

/** Draws a document in a thread that is kept for the next one, and says which characters the font does not have. */
export async function drawPdf(document: PdfDocument): Promise<DrawnPdf> {
  const { bytes, missing } = await pool.run(document);
  return { bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), missing };
}

/** The document's bytes; missing characters are named in its footer. */
export async function makePdf(document: PdfDocument): Promise<Buffer> {
  return (await drawPdf(document)).bytes;
}
