import { yuanText } from '../../../core/documents/print-words.ts';
import type { Fen } from '../../../core/kit/money.ts';
import type { FieldSpec, FieldValue } from '../../../core/lives/field.ts';
import type { PdfContent } from '../../../platform/pdf/index.ts';

/** Labels and values; what is not known is left out, never printed blank. */
export const factsTable = (facts: readonly (readonly [string, string | undefined])[]): PdfContent => ({
  table: {
    widths: [100, '*'],
    body: facts
      .filter((fact): fact is readonly [string, string] => fact[1] !== undefined && fact[1] !== '')
      .map(([label, value]) => [{ text: label, bold: true }, value]),
  },
});

/** Rows under heads, cells in text. */
export const rowsTable = (
  heads: readonly string[],
  widths: readonly (number | string)[],
  rows: readonly (readonly string[])[],
): PdfContent => ({
  table: {
    widths: [...widths],
    headerRows: 1,
    dontBreakRows: true,
    body: [heads.map((text) => ({ text, bold: true })), ...rows.map((row) => [...row])],
  },
});

/** A value of a proceeding as it stands on paper. */
export function valueInWords({ kind, choices }: FieldSpec, value: FieldValue): string {
  if (kind === 'fen' && typeof value === 'number') return `${yuanText(value as Fen)} 元`; // checked when it was given
  if (kind === 'yes') return value === true ? '是' : '否';
  if (kind === 'files') return Array.isArray(value) ? `${value.length} 个文件` : '';
  if (kind === 'choice') return choices?.find((one) => one.value === value)?.label.zh ?? String(value);
  return String(value);
}
