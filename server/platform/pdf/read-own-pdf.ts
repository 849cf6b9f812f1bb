import { Buffer } from 'node:buffer';

/** An object as it stands in a file: its words in latin1, and the bytes of its stream where it has one. */
export interface OwnObject {
  words: string;
  stream?: Buffer;
}

/** A PDF that this product drew itself, taken apart. */
export interface OwnPdf {
  objects: ReadonlyMap<number, OwnObject>;
  /** Numbers of the page objects, in their order. */
  pages: readonly number[];
}

/** It was not drawn here, or not the way this reads: whoever asks lists such a file instead of binding it in. */
export class NotOurPdf extends Error {
  readonly code = 'notOurPdf';
}

/**
 * Takes apart a PDF as pdfkit writes it: a plain table of offsets, lengths that stand in the object itself, one page with
 * one content. Files from outside may be anything and do not belong here.
 */
export function readOwnPdf(file: Uint8Array): OwnPdf {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const objects = new Map(offsetsOf(bytes).map((offset) => objectAt(bytes, offset)));
  const pages = pagesIn(objects, bytes);
  if (pages.length === 0) throw new NotOurPdf('no pages');
  return { objects, pages };
}

function offsetsOf(bytes: Buffer): number[] {
  const tail = bytes.toString('latin1', Math.max(0, bytes.length - 64));
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/u.exec(tail)?.[1] ?? Number.NaN);
  if (!(start >= 0 && start < bytes.length)) throw new NotOurPdf('no table');
  const table = bytes.toString('latin1', start);
  const head = /^xref\s+0 (\d+)\s+/u.exec(table);
  if (head === null) throw new NotOurPdf('another kind of table');
  const entries = [...table.slice(head[0].length).matchAll(/(\d{10}) \d{5} ([nf])/gu)];
  if (entries.length !== Number(head[1])) throw new NotOurPdf('a table cut short');
  return entries.filter(([, , kind]) => kind === 'n').map(([, offset]) => Number(offset));
}

function objectAt(bytes: Buffer, offset: number): [number, OwnObject] {
  const number = /^(\d+) 0 obj\s/u.exec(bytes.toString('latin1', offset, offset + 24));
  if (number === null) throw new NotOurPdf('no object where one is promised');
  const from = offset + number[0].length;
  const end = bytes.indexOf('\nendobj', from, 'latin1');
  const begin = bytes.indexOf('\nstream\n', from, 'latin1');
  if (end < 0) throw new NotOurPdf('an object without an end');
  if (begin < 0 || begin > end) return [Number(number[1]), { words: bytes.toString('latin1', from, end) }];
  const words = bytes.toString('latin1', from, begin);
  const length = Number(/\/Length (\d+)(?! \d+ R)/u.exec(words)?.[1] ?? Number.NaN);
  const at = begin + '\nstream\n'.length;
  const after = bytes.toString('latin1', at + length, at + length + 12);
  if (!after.startsWith('\nendstream')) throw new NotOurPdf('a stream of another length');
  return [Number(number[1]), { words, stream: bytes.subarray(at, at + length) }];
}

function pagesIn(objects: ReadonlyMap<number, OwnObject>, bytes: Buffer): number[] {
  const trailer = bytes.toString('latin1', Math.max(0, bytes.length - 1024));
  const root = objects.get(Number(/\/Root (\d+) 0 R/u.exec(trailer)?.[1] ?? Number.NaN));
  const tree = objects.get(Number(/\/Pages (\d+) 0 R/u.exec(root?.words ?? '')?.[1] ?? Number.NaN));
  const kids = /\/Kids \[([^\]]*)\]/u.exec(tree?.words ?? '')?.[1] ?? '';
  const pages = [...kids.matchAll(/(\d+) 0 R/gu)].map(([, number]) => Number(number));
  for (const number of pages)
    if (!/\/Type \/Page\b/u.test(objects.get(number)?.words ?? '')) throw new NotOurPdf('a tree of pages');
  return pages;
}

/** Texts and hexadecimal strings, which are left alone, or a reference. */
const REFERENCE = /\((?:\\[\s\S]|[^()\\])*\)|<[0-9A-Fa-f\s]*>|(\d+) 0 R/gu;

/** The same words with every reference renamed. */
export const renamed = (words: string, to: (number: number) => number): string =>
  words.replace(REFERENCE, (whole, number?: string) =>
    number === undefined ? whole : `${to(Number(number))} 0 R`,
  );

/**
 * A PDF that holds several papers, each begun on a page of its own under a name `part-0`, `part-1` …, as those papers.
 * They share what they are drawn with: a face is embedded once for all of them.
 */
export function partsOf(pdf: OwnPdf): OwnPdf[] {
  const starts: number[] = [];
  for (const { words } of pdf.objects.values())
    for (const [, part, page] of words.matchAll(/\(part-(\d+)\) \[(\d+) 0 R \/XYZ/gu))
      starts[Number(part)] = pdf.pages.indexOf(Number(page));
  return starts.map((start, at) => {
    const pages = pdf.pages.slice(start, starts[at + 1]);
    if (start < 0 || pages.length === 0) throw new NotOurPdf('a paper without a page');
    return { objects: pdf.objects, pages };
  });
}
