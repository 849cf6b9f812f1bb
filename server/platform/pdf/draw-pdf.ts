import { createRequire } from 'node:module';
import { PROJECT_ROOT } from '../project-root.ts';
import { openFaces } from './opened-faces.ts';
import type { PdfDocument, PdfNode } from './pdf-document.ts';
import { findFonts } from './pdf-fonts.ts';

/** What is used of the library; its own types would bring a browser's globals into the server. */
interface PdfMake {
  virtualfs: { writeFileSync(name: string, content: Buffer): void };
  setFonts(fonts: object): void;
  setUrlAccessPolicy(allows: (url: string) => boolean): void;
  setLocalAccessPolicy(allows: (path: string) => boolean): void;
  createPdf(definition: PdfNode): { getStream(): Promise<unknown>; getBuffer(): Promise<Buffer> };
}
const pdfmake = createRequire(PROJECT_ROOT)('pdfmake') as PdfMake; // as its manual describes it

pdfmake.setFonts(openFaces(findFonts().fonts, pdfmake.virtualfs));
// A definition may name pictures by address: nothing is fetched and no file is read.
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy(() => false);

const GREY = '#595959';

/** Draws a document; when the font lacks characters it is drawn once more with a line that names them. */
export async function drawPages(document: PdfDocument): Promise<{ bytes: Uint8Array; missing: string[] }> {
  const first = await draw(document, []);
  if (first.missing.length === 0) return first;
  return { ...(await draw(document, first.missing)), missing: first.missing };
}

async function draw(
  document: PdfDocument,
  missing: readonly string[],
): Promise<{ bytes: Uint8Array; missing: string[] }> {
  // The layout writes into its definition, so each drawing gets its own.
  const output = pdfmake.createPdf(definition(structuredClone(document), missing));
  const lacking = missingCharacters(textsOf(document), await output.getStream());
  return { bytes: await output.getBuffer(), missing: lacking };
}

function definition(document: PdfDocument, missing: readonly string[]): PdfNode {
  const { title, size, orientation, content, styles, fontSize, margins } = document;
  const [left, , right] = margins ?? [42, 42, 42, 48];
  const note = missing.length === 0 ? '' : `本文件字体缺字 ${missing.map(codeOf).join(' ')}，请手工补正`;
  return {
    info: { title, producer: 'Anxin', creator: 'Anxin' },
    pageSize: size,
    pageOrientation: orientation ?? 'portrait',
    pageMargins: margins ?? [42, 42, 42, 48],
    content,
    ...(document.watermark === undefined
      ? {}
      : { watermark: { text: document.watermark, color: '#b91c1c', opacity: 0.15, bold: false } }),
    ...(styles === undefined ? {} : { styles }),
    defaultStyle: { font: 'Sans', fontSize: fontSize ?? 10, lineHeight: 1.2 },
    footer: (page: number, pages: number) => ({
      margin: [left, 14, right, 0],
      fontSize: 8,
      color: GREY,
      columns: [
        { text: [document.footer ?? '', note].filter((line) => line !== '').join('  '), width: '*' },
        {
          text: document.withoutPageNumbers === true ? '' : `第 ${page} 页，共 ${pages} 页`,
          alignment: 'right',
          width: 'auto',
        },
      ],
    }),
  };
}

const codeOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** The part of the layout's document that knows which characters its faces have. */
interface Faces {
  fontCache?: Record<string, Record<string, { font?: { hasGlyphForCodePoint(code: number): boolean } }>>;
}

function missingCharacters(texts: Iterable<string>, drawn: unknown): string[] {
  const cache = (drawn as Faces).fontCache ?? {}; // pdfkit's document, whose types leave this out
  const face = Object.values(cache)
    .flatMap((family) => Object.values(family))
    .find(({ font }) => font !== undefined)?.font;
  const missing = new Set<string>();
  const known = new Set<string>();
  for (const text of texts)
    for (const character of text) {
      if (known.has(character)) continue;
      known.add(character);
      const code = character.codePointAt(0) ?? 0;
      if (code > 0x20 && face !== undefined && !face.hasGlyphForCodePoint(code)) missing.add(character);
    }
  return [...missing].sort();
}

/** Every text of the content, wherever it stands; pictures and QR codes are not set in type. */
function* textsOf(document: PdfDocument): Generator<string> {
  yield document.footer ?? '';
  yield* textsIn(document.content);
}

function* textsIn(node: unknown): Generator<string> {
  if (typeof node === 'string') yield node;
  else if (typeof node === 'number') yield String(node);
  else if (Array.isArray(node)) for (const one of node) yield* textsIn(one);
  else if (typeof node === 'object' && node !== null)
    for (const [key, value] of Object.entries(node))
      if (['text', 'stack', 'columns', 'ul', 'ol', 'table', 'body'].includes(key)) yield* textsIn(value);
}
