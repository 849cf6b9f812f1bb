import { Buffer } from 'node:buffer';
import { partsOf, readOwnPdf, renamed } from './read-own-pdf.ts';
import type { OwnObject, OwnPdf } from './read-own-pdf.ts';

export interface JoinedPart {
  pdf: OwnPdf;
  /** As it stands in the outline at the side of a reader. */
  title: string;
}
export interface JoinedPdf {
  bytes: Buffer;
  pages: number;
}

export { partsOf, readOwnPdf };

const CATALOG = 1;
const TREE = 2;
const FACE = 3;
const SAVE = 4;
const OUTLINE = 5;
const INFO = 6;
const FIRST_FREE = 7;

/** The face the numbers are set in: every reader has it, so nothing is embedded. */
const FACE_NAME = 'AxPageNumber';
const SIZE = 10;
/** Points from the edges: above what any of our papers prints. */
const FROM_TOP = 24;
const FROM_RIGHT = 28;
/** A figure of Helvetica is so wide, in thousandths of its size. */
const FIGURE = 556;

/**
 * Binds papers of our own into one file, each page as it is, with its running number at the top right, where files are
 * numbered. The same papers in the same order give the same bytes: the file says nothing of when it was made but `at`.
 */
export function joinPdfs(
  parts: readonly JoinedPart[],
  { title, at }: { title: string; at: Date },
): JoinedPdf {
  const file = new Writer();
  const sources = new Map<OwnPdf['objects'], Source>();
  const pages: number[] = [];
  const marks: { title: string; page: number }[] = [];
  for (const { pdf } of parts) {
    const source = sources.get(pdf.objects) ?? { numbers: new Map(), faces: new Set() };
    for (const number of pdf.pages) source.faces.add(referred(pageWords(pdf, number), 'Resources'));
    sources.set(pdf.objects, source);
  }
  for (const { pdf, title: name } of parts) {
    const first = pages.length;
    const source = sources.get(pdf.objects);
    if (source === undefined) throw new Error('a part nobody has looked at');
    for (const [page, object] of bind(pdf, source, file, pages.length)) {
      pages.push(page);
      file.put(page, object);
    }
    marks.push({ title: name, page: pages[first] ?? TREE });
  }
  const kids = pages.map((page) => `${page} 0 R`).join(' ');
  file.put(CATALOG, { words: `<< /Type /Catalog /Pages ${TREE} 0 R /Outlines ${OUTLINE} 0 R >>` });
  file.put(TREE, { words: `<< /Type /Pages /Count ${pages.length} /Kids [${kids}] >>` });
  file.put(FACE, { words: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>' });
  file.put(SAVE, { words: '<< /Length 2 >>', stream: Buffer.from('q\n') });
  outline(marks, file);
  const day = at.toISOString().replace(/[-:T]/gu, '').slice(0, 14);
  file.put(INFO, {
    words: `<< /Title ${textOf(title)} /Producer (Anxin) /CreationDate (D:${day}Z) /ModDate (D:${day}Z) >>`,
  });
  return { bytes: file.end(), pages: pages.length };
}

/**
 * What of a PDF lies in the file already, under its new numbers: papers drawn together share it. The resources that get
 * the face of the numbers are known from the start, because one page may lead to those of another.
 */
interface Source {
  numbers: Map<number, number>;
  faces: Set<number>;
}

const pageWords = (pdf: OwnPdf, number: number): string => pdf.objects.get(number)?.words ?? '';
const referred = (words: string, name: 'Resources' | 'Contents' | 'Parent'): number =>
  Number(new RegExp(`/${name} (\\d+) 0 R`, 'u').exec(words)?.[1] ?? Number.NaN);

/** Puts what the pages need into the file and gives the pages themselves, numbered on from `before`. */
function bind(pdf: OwnPdf, { numbers, faces }: Source, file: Writer, before: number): [number, OwnObject][] {
  const to = (number: number): number => {
    const known = numbers.get(number);
    if (known !== undefined) return known;
    const own = file.next();
    numbers.set(number, own);
    const object = pdf.objects.get(number);
    if (object === undefined) throw new Error(`a paper refers to an object it does not have: ${number}`);
    // The face is one of the new file's own: it is named after the paper's numbers have been.
    const words = renamed(object.words, to);
    file.put(own, { ...object, words: faces.has(number) ? withFace(words) : words });
    return own;
  };
  return pdf.pages.map((number, at) => {
    const page = pageWords(pdf, number);
    numbers.set(referred(page, 'Parent'), TREE);
    const stamp = file.next();
    file.put(stamp, stampOf(page, before + at + 1));
    const words = renamed(page, to);
    const contents = `/Contents [${SAVE} 0 R ${to(referred(page, 'Contents'))} 0 R ${stamp} 0 R]`;
    return [file.next(), { words: words.replace(/\/Contents \d+ 0 R/u, contents) }];
  });
}

/** The resources of a page with the face of the numbers among them. */
function withFace(words: string): string {
  const face = `/${FACE_NAME} ${FACE} 0 R`;
  return /\/Font\s*<</u.test(words)
    ? words.replace(/\/Font\s*<</u, (found) => `${found} ${face}`)
    : words.replace('<<', `<< /Font << ${face} >>`);
}

/** The page's own drawing is closed first: it may have turned the page upside down for itself. */
function stampOf(page: string, number: number): OwnObject {
  const [width = 595, height = 842] = (/\/MediaBox \[0 0 ([\d.]+ [\d.]+)\]/u.exec(page)?.[1] ?? '')
    .split(' ')
    .map(Number);
  const text = String(number);
  const x = width - FROM_RIGHT - (text.length * FIGURE * SIZE) / 1000;
  const y = height - FROM_TOP;
  const stream = Buffer.from(
    `\nQ q BT 0 g /${FACE_NAME} ${SIZE} Tf ${x.toFixed(2)} ${y.toFixed(2)} Td (${text}) Tj ET Q\n`,
  );
  return { words: `<< /Length ${stream.length} >>`, stream };
}

function outline(marks: readonly { title: string; page: number }[], file: Writer): void {
  const numbers = marks.map(() => file.next());
  const [first, last] = [numbers[0], numbers.at(-1)];
  if (first === undefined || last === undefined) throw new Error('nothing to bind');
  file.put(OUTLINE, {
    words: `<< /Type /Outlines /First ${first} 0 R /Last ${last} 0 R /Count ${marks.length} >>`,
  });
  for (const [at, { title, page }] of marks.entries()) {
    const [before, after] = [numbers[at - 1], numbers[at + 1]];
    const near =
      (before === undefined ? '' : ` /Prev ${before} 0 R`) +
      (after === undefined ? '' : ` /Next ${after} 0 R`);
    file.put(numbers[at] ?? OUTLINE, {
      words: `<< /Title ${textOf(title)} /Parent ${OUTLINE} 0 R /Dest [${page} 0 R /Fit]${near} >>`,
    });
  }
}

/** A text that is not of the page: UTF-16, as hexadecimal figures. */
const textOf = (text: string): string =>
  `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()}>`;

/** Objects in the order they were put, and the table that finds them. */
class Writer {
  readonly #chunks: Buffer[] = [];
  readonly #offsets = new Map<number, number>();
  #length = 0;
  #last = FIRST_FREE - 1;

  constructor() {
    this.#write(Buffer.from('%PDF-1.7\n%\u00ff\u00ff\u00ff\u00ff\n', 'latin1'));
  }

  next(): number {
    this.#last += 1;
    return this.#last;
  }

  put(number: number, { words, stream }: OwnObject): void {
    this.#offsets.set(number, this.#length);
    this.#write(Buffer.from(`${number} 0 obj\n${words}`, 'latin1'));
    if (stream !== undefined) {
      this.#write(Buffer.from('\nstream\n'));
      this.#write(stream);
      this.#write(Buffer.from('\nendstream'));
    }
    this.#write(Buffer.from('\nendobj\n'));
  }

  end(): Buffer {
    const from = this.#length;
    const lines = Array.from({ length: this.#last }, (_, at) => {
      const offset = this.#offsets.get(at + 1);
      return offset === undefined ? '0000000000 65535 f ' : `${String(offset).padStart(10, '0')} 00000 n `;
    });
    const size = this.#last + 1;
    this.#write(
      Buffer.from(
        `xref\n0 ${size}\n0000000000 65535 f \n${lines.join('\n')}\n` +
          `trailer\n<< /Size ${size} /Root ${CATALOG} 0 R /Info ${INFO} 0 R >>\nstartxref\n${from}\n%%EOF\n`,
      ),
    );
    return Buffer.concat(this.#chunks);
  }

  #write(chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.#length += chunk.length;
  }
}
