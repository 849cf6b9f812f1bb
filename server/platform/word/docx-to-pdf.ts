import type { PdfContent, PdfNode } from '../pdf/index.ts';
import type { Words } from '../../core/alerts/rule.ts';
import { childOf, elementsOf, parseXml, textOf, valueOf } from './parse-xml.ts';
import type { XmlNode } from './parse-xml.ts';
import { A4_WIDTH, notesOn, points } from './not-printed.ts';

export interface PaperLayout {
  content: PdfContent[];
  /** Points: left, top, right, bottom. */
  margins: [number, number, number, number];
  fontSize: number;
  /** What of the Word file is not printed, or otherwise than Word shows it. */
  notes: Words[];
}

/** Noto's own line is so much higher than the face Word counts with. */
const FACE_HEIGHT = 1.448;

/** The paragraphs, runs and tables of a Word file as the pages of a PDF: what offices use, and what we make ourselves. */
export function layOut(documentXml: string, stylesXml: string | undefined): PaperLayout {
  const body = childOf(childOf(parseXml(documentXml), 'w:document'), 'w:body');
  const fontSize = defaultSize(stylesXml);
  const section = childOf(body, 'w:sectPr');
  const edge = childOf(section, 'w:pgMar')?.attributes ?? {};
  const side = (name: string): number => Math.min(144, Math.max(28, points(edge[name]) || 65));
  const margins: PaperLayout['margins'] = [side('w:left'), side('w:top'), side('w:right'), side('w:bottom')];
  const width = A4_WIDTH - margins[0] - margins[2];
  const page: Page = { fontSize, width };
  return { content: blocks(body, page), margins, fontSize, notes: notesOn(documentXml, section) };
}

interface Page {
  fontSize: number;
  width: number;
}

function defaultSize(stylesXml: string | undefined): number {
  const run = /<w:rPrDefault>[\s\S]*?<w:sz w:val="(\d+)"/u.exec(stylesXml ?? '')?.[1];
  return run === undefined ? 10.5 : Number(run) / 2;
}

/** So many paragraphs fit on a page whatever they say; more would be torn off its foot. */
const MOST_TOGETHER = 8;

function blocks(parent: XmlNode | undefined, page: Page): PdfContent[] {
  const content: PdfContent[] = [];
  let together: PdfNode[] = [];
  const end = (): void => {
    content.push(...(together.length > 1 ? [{ stack: together, unbreakable: true }] : together));
    together = [];
  };
  for (const node of elementsOf(parent)) {
    if (node.name === 'w:p') {
      together.push(paragraph(node, page));
      if (!staysWithNext(node) || together.length === MOST_TOGETHER) end();
      continue;
    }
    end();
    if (node.name === 'w:tbl') content.push(table(node, page));
    if (node.name === 'w:sdt') content.push(...blocks(childOf(node, 'w:sdtContent'), page));
  }
  end();
  return content;
}

/** A name over a seal is not parted from its day by the end of a page. */
function staysWithNext(node: XmlNode): boolean {
  const keep = childOf(childOf(node, 'w:pPr'), 'w:keepNext');
  return keep !== undefined && !['0', 'false'].includes(keep.attributes['w:val'] ?? '');
}

const ALIGNMENTS: Readonly<Record<string, string>> = {
  center: 'center',
  right: 'right',
  end: 'right',
  both: 'justify',
  distribute: 'justify',
};

function paragraph(node: XmlNode, page: Page): PdfNode {
  const look = childOf(node, 'w:pPr');
  const runs = runsOf(node, page);
  const first = runs.find(({ text }) => text !== '');
  const { spaces, rest } = leadingSpaces(runs);
  const size = first?.fontSize ?? sizeOf(childOf(look, 'w:rPr')) ?? page.fontSize;
  const indent = childOf(look, 'w:ind')?.attributes ?? {};
  const firstLine = Number(indent['w:firstLineChars'] ?? 0) / 100;
  const leading = (firstLine > 0 ? firstLine * size : points(indent['w:firstLine'])) + spaces * size;
  const spacing = childOf(look, 'w:spacing')?.attributes ?? {};
  const alignment = ALIGNMENTS[valueOf(look, 'w:jc') ?? ''];
  return {
    text: rest.length === 0 ? ' ' : rest,
    fontSize: size,
    lineHeight: lineHeight(spacing, size),
    margin: [
      points(indent['w:left'] ?? indent['w:start']),
      points(spacing['w:before']),
      points(indent['w:right'] ?? indent['w:end']),
      points(spacing['w:after']),
    ],
    ...(leading > 0 ? { leadingIndent: leading } : {}),
    ...(alignment === undefined ? {} : { alignment }),
    ...(breaksPage(node, look) ? { pageBreak: 'before' } : {}),
  };
}

const breaksPage = (node: XmlNode, look: XmlNode | undefined): boolean =>
  childOf(look, 'w:pageBreakBefore') !== undefined ||
  elementsOf(node).some((run) =>
    elementsOf(run).some((part) => part.name === 'w:br' && part.attributes['w:type'] === 'page'),
  );

function lineHeight(spacing: Readonly<Record<string, string>>, size: number): number {
  const line = Number(spacing['w:line'] ?? 0);
  if (line === 0) return 1;
  const rule = spacing['w:lineRule'] ?? 'auto';
  const wanted = rule === 'auto' ? line / 240 : line / 20 / size;
  return Math.min(4, Math.max(0.75, wanted / FACE_HEIGHT));
}

interface Run {
  text: string;
  fontSize?: number;
  bold?: true;
  decoration?: 'underline';
}

/** Spaces that begin a paragraph would be lost in the layout: they become an indent. */
function leadingSpaces(runs: readonly Run[]): { spaces: number; rest: Run[] } {
  const [first, ...others] = runs;
  if (first === undefined) return { spaces: 0, rest: [] };
  const trimmed = first.text.replace(/^\u3000+/u, '');
  return { spaces: first.text.length - trimmed.length, rest: [{ ...first, text: trimmed }, ...others] };
}

function runsOf(parent: XmlNode, page: Page): Run[] {
  return elementsOf(parent).flatMap((node): Run[] => {
    if (['w:hyperlink', 'w:ins', 'w:smartTag'].includes(node.name)) return runsOf(node, page);
    if (node.name === 'w:sdt') return runsOf(childOf(node, 'w:sdtContent') ?? node, page);
    if (node.name !== 'w:r') return [];
    const look = childOf(node, 'w:rPr');
    if (childOf(look, 'w:vanish') !== undefined) return [];
    const text = elementsOf(node).map(pieceOf).join('');
    const size = sizeOf(look);
    const bold = childOf(look, 'w:b');
    const underlined = valueOf(look, 'w:u');
    if (text === '') return [];
    return [
      {
        text,
        ...(size === undefined ? {} : { fontSize: size }),
        ...(bold !== undefined && !['0', 'false'].includes(bold.attributes['w:val'] ?? '')
          ? { bold: true }
          : {}),
        ...(underlined === undefined || underlined === 'none' ? {} : { decoration: 'underline' }),
      },
    ];
  });
}

function pieceOf(node: XmlNode): string {
  if (node.name === 'w:t') return textOf(node);
  if (node.name === 'w:tab') return '\u3000\u3000';
  if (node.name === 'w:br') return node.attributes['w:type'] === 'page' ? '' : '\n';
  return node.name === 'w:noBreakHyphen' ? '-' : '';
}

function sizeOf(look: XmlNode | undefined): number | undefined {
  const half = Number(valueOf(look, 'w:sz') ?? Number.NaN);
  return Number.isFinite(half) ? Math.min(72, Math.max(5, half / 2)) : undefined;
}

/** The padding and lines of a table's cells take this much of each column. */
const CELL_EDGES = 9;

function table(node: XmlNode, page: Page): PdfNode {
  const grid = elementsOf(childOf(node, 'w:tblGrid')).map(({ attributes }) => points(attributes['w:w']));
  const rows = elementsOf(node).filter(({ name }) => name === 'w:tr');
  const body = rows.map((row) => cellsOf(row, page));
  const columns = Math.max(grid.length, ...body.map((row) => row.length), 1);
  const shares =
    grid.length === columns && grid.every((share) => share > 0)
      ? grid
      : Array.from({ length: columns }, () => 1);
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const headers = rows.findIndex((row) => childOf(childOf(row, 'w:trPr'), 'w:tblHeader') === undefined);
  joinDown(body);
  return {
    table: {
      widths: shares.map((share) => Math.max(8, (share / whole) * page.width - CELL_EDGES)),
      headerRows: Math.max(0, headers),
      dontBreakRows: rows.some((row) => childOf(childOf(row, 'w:trPr'), 'w:cantSplit') !== undefined),
      body: body.map((row) => [
        ...row,
        ...Array.from({ length: columns - row.length }, () => ({ stack: [] })),
      ]),
    },
    margin: [0, 2, 0, 2],
  };
}

interface Cell {
  stack: PdfContent[];
  colSpan?: number;
  rowSpan?: number;
  joins?: 'restart' | 'continue';
}

function cellsOf(row: XmlNode, page: Page): Cell[] {
  return elementsOf(row)
    .filter(({ name }) => name === 'w:tc')
    .flatMap((cell): Cell[] => {
      const look = childOf(cell, 'w:tcPr');
      const span = Math.min(60, Math.max(1, Number(valueOf(look, 'w:gridSpan') ?? 1) || 1));
      const merge = childOf(look, 'w:vMerge');
      const joins =
        merge === undefined ? undefined : merge.attributes['w:val'] === 'restart' ? 'restart' : 'continue';
      const own: Cell = {
        stack: blocks(cell, page),
        ...(span > 1 ? { colSpan: span } : {}),
        ...(joins === undefined ? {} : { joins }),
      };
      return [own, ...Array.from({ length: span - 1 }, (): Cell => ({ stack: [] }))];
    });
}

/** Cells that go on from the row above become one with it. */
function joinDown(body: Cell[][]): void {
  body.forEach((row, top) =>
    row.forEach((cell, column) => {
      if (cell.joins !== 'restart') return;
      let rows = 1;
      while (body[top + rows]?.[column]?.joins === 'continue') rows += 1;
      if (rows > 1) cell.rowSpan = rows;
    }),
  );
  for (const row of body) for (const cell of row) delete cell.joins;
}
