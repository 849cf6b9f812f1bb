export { drawPdf, makePdf } from './make-pdf.ts';
export type { DrawnPdf, PdfContent, PdfDocument, PdfNode } from './pdf-document.ts';
