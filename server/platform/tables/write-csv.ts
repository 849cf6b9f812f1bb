import { textCell } from './cell.ts';
import type { Heading } from './table.ts';

const BOM = '\ufeff';
const CHUNK = 64 * 1024;

/** What Excel and its kin take for the start of a formula, in both widths. */
const FORMULA = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/u;

/** One field: text that would run as a formula gets an apostrophe in front; numbers and amounts keep their sign. */
export function csvField(text: string, isText: boolean): string {
  const safe = isText && FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]|^\s|\s$/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Comma-separated text as Excel opens it by a double click: UTF-8 with mark, CRLF (RFC 4180). */
export async function* writeCsv(
  headings: readonly Heading[],
  rows: AsyncIterable<readonly unknown[]>,
): AsyncGenerator<string> {
  let pending = `${BOM}${line(headings.map((heading) => csvField(heading.text, true)))}`;
  for await (const row of rows) {
    pending += line(headings.map(({ kind }, index) => csvField(textCell(kind, row[index]), kind === 'text')));
    if (pending.length < CHUNK) continue;
    yield pending;
    pending = '';
  }
  if (pending !== '') yield pending;
}

const line = (fields: readonly string[]): string => `${fields.join(',')}\r\n`;
