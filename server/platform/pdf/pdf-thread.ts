import { serveTasks } from '../thread-task.ts';
import { drawPages } from './draw-pdf.ts';
import type { PdfDocument } from './pdf-document.ts';

serveTasks<PdfDocument, { bytes: Uint8Array; missing: string[] }>(async (document) => ({
  answer: await drawPages(document),
}));
