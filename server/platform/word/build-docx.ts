import { createRequire } from 'node:module';
import type * as Docx from 'docx';
import type { TemplateBlock } from '../../core/documents/kind.ts';
import { PROJECT_ROOT } from '../project-root.ts';

type Library = typeof Docx;
let library: Library | undefined;
/** Loaded with the first template that is made. */
const docx = (): Library => (library ??= createRequire(PROJECT_ROOT)('docx') as Library); // its own types

const FONT = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '仿宋' } as const;
/** Half points. */
const SIZE = { title: 40, text: 28, table: 24, note: 21 } as const;
/** Twentieths of a point: A4 with the margins of official letters, made a little smaller for long forms. */
const PAGE = { width: 11906, height: 16838, top: 1300, right: 1300, bottom: 1200, left: 1300 } as const;
export const CONTENT_WIDTH = PAGE.width - PAGE.left - PAGE.right;
const LINE = 400;
const TWO_LETTERS = 560;

/** Makes the template of a paper from its words: what an office downloads, edits in Word and uploads again. */
export async function buildDocx(title: string, blocks: readonly TemplateBlock[]): Promise<Uint8Array> {
  const { Document, Packer } = docx();
  const { top, right, bottom, left, width, height } = PAGE;
  const file = new Document({
    title,
    creator: 'Anxin',
    styles: { default: { document: { run: { font: FONT, size: SIZE.text } } } },
    sections: [
      {
        properties: { page: { size: { width, height }, margin: { top, right, bottom, left } } },
        children: blocks.flatMap(drawn),
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(file));
}

type Child = Docx.Paragraph | Docx.Table;

function drawn(block: TemplateBlock): Child[] {
  const { AlignmentType } = docx();
  switch (block.is) {
    case 'title':
      return [
        paragraph(block.text, { size: SIZE.title, bold: true, alignment: AlignmentType.CENTER, after: 160 }),
      ];
    case 'number':
      return [paragraph(block.text, { alignment: AlignmentType.CENTER, after: 240 })];
    case 'addressee':
      return [paragraph(block.text, {})];
    case 'text':
      return [paragraph(block.text, { indent: TWO_LETTERS })];
    case 'heading':
      return [paragraph(block.text, { bold: true, before: 160, after: 60 })];
    case 'note':
      return [paragraph(block.text, { size: SIZE.note, before: 240 })];
    case 'sign':
      return block.lines.map((line, at) =>
        paragraph(line, {
          alignment: AlignmentType.RIGHT,
          ...(at === 0 ? { before: 480 } : {}),
          staysWithNext: at < block.lines.length - 1,
        }),
      );
    case 'form':
      return [
        table(
          [26, 74],
          block.rows.map(([label, text]) => [label, text]),
          false,
        ),
        paragraph('', { size: 12, line: 120 }),
      ];
    case 'table':
      return [
        table(
          block.columns.map(([, width]) => width),
          loopRows(block),
          true,
        ),
        paragraph('', { size: 12, line: 120 }),
      ];
  }
}

/** A heading row, and one row that is repeated: the loop begins in its first cell and ends in its last. */
function loopRows({ loop, columns }: Extract<TemplateBlock, { is: 'table' }>): string[][] {
  const cells = columns.map(([name], at) => {
    const begins = at === 0 ? `{#${loop}}` : '';
    const ends = at === columns.length - 1 ? `{/${loop}}` : '';
    return `${begins}{${name}}${ends}`;
  });
  return [columns.map(([name]) => HEADINGS[name] ?? name), cells];
}

/** Sums are in yuan; the heading says so where the placeholder does not. */
const HEADINGS: Readonly<Record<string, string>> = {
  应付金额: '应付金额（元）',
  已付金额: '已付金额（元）',
  尚欠金额: '尚欠金额（元）',
};

interface Look {
  size?: number;
  bold?: boolean;
  alignment?: (typeof Docx.AlignmentType)[keyof typeof Docx.AlignmentType];
  indent?: number;
  before?: number;
  after?: number;
  line?: number;
  /** Never the last line of a page. */
  staysWithNext?: boolean;
}

function paragraph(
  text: string,
  { size, bold, alignment, indent, before, after, line, staysWithNext }: Look,
): Docx.Paragraph {
  const { Paragraph, TextRun } = docx();
  return new Paragraph({
    ...(alignment === undefined ? {} : { alignment }),
    ...(indent === undefined ? {} : { indent: { firstLine: indent } }),
    ...(staysWithNext === true ? { keepNext: true } : {}),
    spacing: {
      line: line ?? LINE,
      ...(before === undefined ? {} : { before }),
      ...(after === undefined ? {} : { after }),
    },
    children: [
      new TextRun({
        text,
        font: FONT,
        ...(size === undefined ? {} : { size }),
        ...(bold === true ? { bold } : {}),
      }),
    ],
  });
}

/** Widths in hundredths of the page's; the first row of a list is its heading. */
function table(widths: readonly number[], rows: readonly (readonly string[])[], headed: boolean): Docx.Table {
  const { Table, TableLayoutType, TableRow, TableCell, WidthType } = docx();
  const twips = widths.map((width) => Math.round((CONTENT_WIDTH * width) / 100));
  return new Table({
    width: { size: CONTENT_WIDTH, type: WidthType.DXA },
    columnWidths: twips,
    layout: TableLayoutType.FIXED,
    rows: rows.map(
      (cells, at) =>
        new TableRow({
          ...(headed && at === 0 ? { tableHeader: true } : {}),
          cantSplit: headed,
          children: cells.map(
            (text, column) =>
              new TableCell({
                width: { size: twips[column] ?? 0, type: WidthType.DXA },
                margins: { top: 40, bottom: 40, left: 100, right: 100 },
                children: [paragraph(text, { size: SIZE.table, line: 320, bold: headed && at === 0 })],
              }),
          ),
        }),
    ),
  });
}
