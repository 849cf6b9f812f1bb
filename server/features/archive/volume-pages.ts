import { SECTION_NAMES } from '../../core/archive/sections.ts';
import type { PdfContent, PdfDocument } from '../../platform/pdf/index.ts';
import type { BoundLine, VolumeWords } from './bind-task.ts';

/** Room for the running number at the top right, and to be bound at the left. */
const MARGINS: NonNullable<PdfDocument['margins']> = [64, 56, 48, 48];
const heading = (text: string): PdfContent => ({
  ...{ text, fontSize: 20, bold: true, alignment: 'center', margin: [0, 0, 0, 14] },
});

/** Several papers in one drawing, each begun on a page of its own under the name by which it is cut off again. */
export const drawnTogether = (papers: readonly PdfContent[]): PdfDocument => ({
  ...{ title: '案卷', size: 'A4', margins: MARGINS, withoutPageNumbers: true, fontSize: 10.5 },
  content: papers.map((paper, at) => ({
    stack: [{ text: ' ', fontSize: 1, id: `part-${at}` }, paper],
    ...(at === 0 ? {} : { pageBreak: 'before' }),
  })),
});

/** The cover: whose file it is, of what, and how long it is kept. */
export const coverPage = ({ office, fileNumber, volumeName, facts }: VolumeWords): PdfContent => [
  { text: office, fontSize: 18, alignment: 'center', margin: [0, 90, 0, 12] },
  { text: '劳动保障监察案卷', fontSize: 30, bold: true, alignment: 'center', margin: [0, 0, 0, 10] },
  { text: volumeName ?? ' ', fontSize: 18, alignment: 'center', margin: [0, 0, 0, 40] },
  {
    table: {
      widths: [110, '*'],
      body: [['案卷号', fileNumber] as const, ...facts].map(([label, value]) => [
        { text: label, bold: true, margin: [0, 5, 0, 5] },
        { text: value, margin: [0, 5, 0, 5] },
      ]),
    },
    fontSize: 13,
  },
];

const pagesText = ({ fromPage, toPage }: BoundLine): string =>
  fromPage === toPage ? String(fromPage) : `${fromPage}—${toPage}`;

/** 卷内目录: each line with the pages it lies on. */
export function indexPages(lines: readonly BoundLine[]): PdfContent {
  const heads = ['序号', '类别', '文件名称', '文号', '日期', '页次'].map((text) => ({ text, bold: true }));
  return [
    heading('卷内目录'),
    {
      table: {
        widths: [26, 52, '*', 112, 58, 46],
        headerRows: 1,
        dontBreakRows: true,
        body: [
          heads,
          ...lines.map((line, at) => [
            String(at + 1),
            SECTION_NAMES[line.section].zh,
            line.title,
            line.documentNumber ?? '',
            line.date ?? '',
            { text: pagesText(line), noWrap: true },
          ]),
        ],
      },
      fontSize: 9.5,
    },
  ];
}

/** 备考表: how much there is, what is kept elsewhere, and who put it together. */
export const remarksPage = (
  { remarks, compiledBy, compiledOn }: VolumeWords,
  { items, pages }: { items: number; pages: number },
): PdfContent => [
  heading('卷内备考表'),
  { text: `本卷共 ${items} 件，连同封面、目录和本表共 ${pages} 页。`, margin: [0, 0, 0, 10] },
  ...remarks.map((text) => ({ text, margin: [0, 0, 0, 6] })),
  { text: `立卷人：${compiledBy}`, alignment: 'right', margin: [0, 30, 0, 4] },
  { text: `立卷日期：${compiledOn}`, alignment: 'right' },
];

/** Pages that are drawn from the record because no paper of the case says it. */
export const itemPage = (title: string, content: PdfContent): PdfContent => [heading(title), content];

/** One picture on a page of its own, under what is known of it. */
export const picturePage = (title: string, head: PdfContent[], image: string): PdfContent => [
  { text: title, fontSize: 13, bold: true, margin: [0, 0, 0, 6] },
  { stack: head, fontSize: 9 },
  { image, fit: [480, 590], margin: [0, 10, 0, 0] },
];
