export { drawPdf, makePdf } from './make-pdf.ts';
export type { DrawnPdf, PdfDocument } from './pdf-document.ts';
