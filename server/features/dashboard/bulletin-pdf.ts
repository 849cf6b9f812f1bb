import type { Paper, PaperBars, PaperBlock, PaperTable } from '../../core/reports/paper.ts';
import type { PdfContent, PdfDocument, PdfNode } from '../../platform/pdf/index.ts';

const BAR_COLOUR = '#1d4ed8';
/** Points of the page's width that the bars may take. */
const ROOM = 300;
const BAR_HEIGHT = 9;

/** A bulletin as pages: the same pieces as in Word. */
export const bulletinPdf = ({ title, subtitle, blocks }: Paper): PdfDocument => ({
  ...{ title, size: 'A4', fontSize: 11, footer: title },
  content: [
    { text: title, fontSize: 18, bold: true, alignment: 'center', margin: [0, 0, 0, 6] },
    { text: subtitle, alignment: 'center', margin: [0, 0, 0, 12] },
    ...blocks.map(drawn),
  ],
});

function drawn(block: PaperBlock): PdfContent {
  switch (block.is) {
    case 'heading':
      return { text: block.text, fontSize: 13, bold: true, margin: [0, 10, 0, 4] };
    case 'text':
      return { text: block.text, leadingIndent: 22, lineHeight: 1.5 };
    case 'note':
      return { text: block.text, fontSize: 9, margin: [0, 10, 0, 0] };
    case 'table':
      return { stack: [captioned(block.caption), table(block)] };
    case 'bars':
      return block.bars.length === 0
        ? []
        : { stack: [captioned(block.caption), bars(block)], unbreakable: true };
  }
}

const captioned = (text: string): PdfNode => ({ text, fontSize: 9, bold: true, margin: [0, 8, 0, 3] });

const table = ({ columns, rows }: PaperTable): PdfNode => ({
  fontSize: 9,
  table: {
    headerRows: 1,
    dontBreakRows: true,
    widths: columns.map(({ width }) => `${width - 2}%`),
    body: [
      columns.map(({ heading, isNumber }) => ({
        ...{ text: heading, bold: true },
        alignment: isNumber === true ? 'right' : 'left',
      })),
      ...rows.map((cells) =>
        cells.map((text, at) => ({ text, alignment: columns[at]?.isNumber === true ? 'right' : 'left' })),
      ),
    ],
  },
});

function bars({ bars: all }: PaperBars): PdfNode {
  const most = Math.max(1, ...all.map(({ value }) => value));
  return {
    fontSize: 9,
    layout: 'noBorders',
    table: {
      widths: [120, ROOM, 60],
      body: all.map(({ name, value, text }) => [
        name,
        value === 0
          ? ''
          : {
              canvas: [
                { type: 'rect', x: 0, y: 1, h: BAR_HEIGHT, w: (value / most) * ROOM, color: BAR_COLOUR },
              ],
            },
        { text, alignment: 'right' },
      ]),
    },
  };
}
