import type { FilledDocument } from '../../core/documents/fill-document.ts';
import { drawPdf } from '../../platform/pdf/index.ts';

/** Letters every face we use has; others are asked about. */
const COMMON = /[\u0020-\u00ff\u2010-\u2027\u2030-\u203b\u3000-\u303f\u4e00-\u9fa5\uff00-\uffef]/gu;

/** Which letters of which fields the font cannot draw: rare ones in names, above all. */
export async function undrawableLetters(
  filled: FilledDocument,
): Promise<{ field: string; letters: string }[]> {
  const texts = [
    ...filled.fields.map(({ name, value }) => ({ field: name, text: value })),
    ...filled.tables.map(({ name, rows }) => ({ field: name, text: rows.flat().join('') })),
  ];
  const rare = texts.map(({ field, text }) => ({
    field,
    letters: text.replace(COMMON, '').replace(/\s/gu, ''),
  }));
  const asked = rare.map(({ letters }) => letters).join('');
  if (asked === '') return [];
  const { missing } = await drawPdf({ title: '', size: 'A4', content: [{ text: asked }] });
  return rare.flatMap(({ field, letters }) => {
    const lacking = [...new Set([...letters].filter((letter) => missing.includes(letter)))].join('');
    return lacking === '' ? [] : [{ field, letters: lacking }];
  });
}
