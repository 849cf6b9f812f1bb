/** A piece of a page as pdfmake describes it: text, a table, columns, a picture, a QR code. */
export type PdfContent = string | PdfNode | readonly PdfContent[];
export type PdfNode = Readonly<Record<string, unknown>>;

/**
 * A page layout as pdfmake reads it, plain data only: it crosses into a thread. Pictures are data addresses or svg text;
 * `{ qr: 'text', fit: 96 }` draws a QR code. Leading full-width spaces are lost: indent with `leadingIndent: 30`.
 */
export interface PdfDocument {
  /** In the file's properties; headings are part of the content. */
  title: string;
  size: 'A4' | 'A3';
  orientation?: 'portrait' | 'landscape';
  content: PdfContent;
  styles?: Readonly<Record<string, PdfNode>>;
  fontSize?: number;
  /** Points: left, top, right, bottom. */
  margins?: [number, number, number, number];
  /** Stands left in the footer of every page; 'page n of m' stands right. */
  footer?: string;
  /** Stands pale across every page: 草稿. */
  watermark?: string;
  /** A notice to hang up carries no page number. */
  withoutPageNumbers?: true;
}

export interface DrawnPdf {
  bytes: Buffer;
  /** Characters the font does not have, such as rare ones in names: they are named in the footer, too. */
  missing: string[];
}
