import type { Words } from '../../core/alerts/rule.ts';
import { childOf } from './parse-xml.ts';
import type { XmlNode } from './parse-xml.ts';

/** Points. */
export const A4_WIDTH = 595.28;
export const points = (twips: string | undefined): number => Number(twips ?? 0) / 20 || 0;

const NOT_PRINTED: readonly [pattern: RegExp, zh: string, en: string][] = [
  [/<w:drawing|<w:pict/u, '图片和图形不会出现在 PDF 中', 'Pictures and shapes are left out of the PDF'],
  [/<w:txbxContent/u, '文本框不会出现在 PDF 中', 'Text boxes are left out of the PDF'],
  [
    /<w:numPr>/u,
    '自动编号不会出现在 PDF 中，请直接输入编号',
    'Automatic numbering is left out of the PDF: type the numbers',
  ],
  [
    /<w:headerReference|<w:footerReference/u,
    '页眉页脚不会出现在 PDF 中',
    'Headers and footers are left out of the PDF',
  ],
  [/<w:cols [^>]*w:num="[2-9]/u, '分栏在 PDF 中按一栏排', 'Columns become one in the PDF'],
  [/<w:ins |<w:del /u, '修订痕迹请先接受或拒绝', 'Accept or reject the tracked changes first'],
];

/** What of a Word file the PDF leaves out, or shows otherwise. */
export function notesOn(xml: string, section: XmlNode | undefined): Words[] {
  const notes = NOT_PRINTED.flatMap(([pattern, zh, en]) => (pattern.test(xml) ? [{ zh, en }] : []));
  const width = points(childOf(section, 'w:pgSz')?.attributes['w:w']);
  if (width !== 0 && Math.abs(width - A4_WIDTH) > 6)
    notes.push({ zh: 'PDF 一律按 A4 竖排', en: 'The PDF is always upright A4' });
  return notes;
}
