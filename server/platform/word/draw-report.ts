import { createRequire } from 'node:module';
import type * as Docx from 'docx';
import type { Paper, PaperBars, PaperBlock, PaperTable } from '../../core/reports/paper.ts';
import { PROJECT_ROOT } from '../project-root.ts';
import { CONTENT_WIDTH } from './build-docx.ts';

type Library = typeof Docx;
let library: Library | undefined;
/** Loaded with the first report that is made. */
const docx = (): Library => (library ??= createRequire(PROJECT_ROOT)('docx') as Library); // its own types

const FONT = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '仿宋' } as const;
/** Half points. */
const SIZE = { title: 40, subtitle: 28, heading: 32, text: 28, cell: 21, note: 21 } as const;
const PAGE = { width: 11906, height: 16838 } as const;
const MARGIN = { top: 1300, right: 1300, bottom: 1200, left: 1300 } as const;
const TWO_LETTERS = 560;
const BAR_COLOUR = '1D4ED8';
/** Hundredths of the width: name, bar, number. */
const BAR_COLUMNS = [26, 60, 14] as const;

/** Draws a report as a Word file to be edited: real tables, and bars made of table cells, nothing that is a picture. */
export async function drawReport({ title, subtitle, blocks }: Paper): Promise<Uint8Array> {
  const { AlignmentType, Document, Packer } = docx();
  const centred = { alignment: AlignmentType.CENTER } as const;
  const file = new Document({
    title,
    creator: 'Anxin',
    styles: { default: { document: { run: { font: FONT, size: SIZE.text } } } },
    sections: [
      {
        properties: { page: { size: PAGE, margin: MARGIN } },
        children: [
          paragraph(title, { ...centred, size: SIZE.title, bold: true, after: 120 }),
          paragraph(subtitle, { ...centred, size: SIZE.subtitle, after: 240 }),
          ...blocks.flatMap(drawn),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(file));
}

function drawn(block: PaperBlock): (Docx.Paragraph | Docx.Table)[] {
  switch (block.is) {
    case 'heading':
      return [paragraph(block.text, { size: SIZE.heading, bold: true, before: 200, after: 80, keeps: true })];
    case 'text':
      return [paragraph(block.text, { indent: TWO_LETTERS })];
    case 'note':
      return [paragraph(block.text, { size: SIZE.note, before: 200 })];
    case 'table':
      return [captioned(block.caption), table(block), gap()];
    case 'bars':
      return block.bars.length === 0 ? [] : [captioned(block.caption), bars(block), gap()];
  }
}

const captioned = (text: string): Docx.Paragraph =>
  paragraph(text, { size: SIZE.cell, bold: true, before: 120, after: 40, keeps: true });
const gap = (): Docx.Paragraph => paragraph('', { size: 12 });

interface Look {
  size?: number;
  bold?: boolean;
  alignment?: (typeof Docx.AlignmentType)[keyof typeof Docx.AlignmentType];
  indent?: number;
  before?: number;
  after?: number;
  /** Never the last line of a page. */
  keeps?: boolean;
}

function paragraph(text: string, look: Look): Docx.Paragraph {
  const { Paragraph, TextRun } = docx();
  const { size = SIZE.text, bold = false, alignment, indent, before = 0, after = 0, keeps = false } = look;
  return new Paragraph({
    ...(alignment === undefined ? {} : { alignment }),
    ...(indent === undefined ? {} : { indent: { firstLine: indent } }),
    keepNext: keeps,
    spacing: { line: 360, before, after },
    children: [new TextRun({ text, font: FONT, size, bold })],
  });
}

const twips = (width: number): number => Math.round((CONTENT_WIDTH * width) / 100);

function table({ columns, rows }: PaperTable): Docx.Table {
  const { AlignmentType, Table, TableCell, TableLayoutType, TableRow, WidthType } = docx();
  const line = (cells: readonly string[], isHead: boolean): Docx.TableRow =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: cells.map((text, at) => {
        const { width = 0, isNumber } = columns[at] ?? {};
        const alignment = isNumber === true ? AlignmentType.RIGHT : AlignmentType.LEFT;
        return new TableCell({
          width: { size: twips(width), type: WidthType.DXA },
          margins: { top: 30, bottom: 30, left: 90, right: 90 },
          children: [paragraph(text, { size: SIZE.cell, bold: isHead, alignment })],
        });
      }),
    });
  return new Table({
    width: { size: CONTENT_WIDTH, type: WidthType.DXA },
    columnWidths: columns.map(({ width }) => twips(width)),
    layout: TableLayoutType.FIXED,
    rows: [
      line(
        columns.map(({ heading }) => heading),
        true,
      ),
      ...rows.map((cells) => line(cells, false)),
    ],
  });
}

/** One row a bar; its length is the width of a filled cell inside the middle column. */
function bars({ bars: all }: PaperBars): Docx.Table {
  const { AlignmentType, BorderStyle, Table, TableCell, TableLayoutType, TableRow, WidthType } = docx();
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
  const borders = { top: none, bottom: none, left: none, right: none };
  const most = Math.max(1, ...all.map(({ value }) => value));
  const [name, room, count] = BAR_COLUMNS.map(twips) as [number, number, number]; // one for each of three
  const cell = (width: number, child: Docx.Paragraph, fill?: string): Docx.TableCell =>
    new TableCell({
      ...{ width: { size: width, type: WidthType.DXA }, borders, children: [child] },
      ...(fill === undefined ? {} : { shading: { fill } }),
    });
  return new Table({
    width: { size: CONTENT_WIDTH, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    borders: { ...borders, insideHorizontal: none, insideVertical: none },
    columnWidths: [name, ...stops(all, most, room), count],
    rows: all.map(({ name: label, value, text }) => {
      const widths = stops(all, most, room);
      const long = Math.round((value / most) * room);
      const pieces = widths.map((width, at) => {
        const end = widths.slice(0, at + 1).reduce((sum, one) => sum + one, 0);
        return cell(width, paragraph('', { size: SIZE.cell }), end <= long ? BAR_COLOUR : undefined);
      });
      const number = paragraph(text, { size: SIZE.cell, alignment: AlignmentType.RIGHT });
      return new TableRow({
        cantSplit: true,
        children: [cell(name, paragraph(label, { size: SIZE.cell })), ...pieces, cell(count, number)],
      });
    }),
  });
}

/** The middle column cut where any of the bars ends, so that each row fills a whole number of cells. */
function stops(all: PaperBars['bars'], most: number, room: number): number[] {
  const ends = [...new Set([...all.map(({ value }) => Math.round((value / most) * room)), room])]
    .filter((end) => end > 0)
    .sort((a, b) => a - b);
  return ends.map((end, at) => end - (ends[at - 1] ?? 0));
}
