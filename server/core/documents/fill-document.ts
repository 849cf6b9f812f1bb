import type { DocumentKindRow, FieldRow, FieldType, ReadValue, TableRow } from './kind.ts';
import type { FieldName } from './field-names.ts';
import { printed } from './print-words.ts';
import type { DocumentSource } from './source.ts';

export interface FilledField {
  readonly name: FieldName;
  readonly type: FieldType;
  /** As it is typed: a day as YYYY-MM-DD, a sum in yuan. */
  readonly raw: string;
  /** As it stands on paper. */
  readonly value: string;
  readonly isTyped: boolean;
  readonly isMissing: boolean;
  readonly canBeTyped: boolean;
}
export interface FilledTable {
  readonly name: FieldName;
  readonly columns: readonly FieldName[];
  readonly rows: readonly (readonly string[])[];
  readonly isMissing: boolean;
  readonly isTyped: boolean;
  readonly canBeTyped: boolean;
}
export interface FilledDocument {
  readonly fields: readonly FilledField[];
  readonly tables: readonly FilledTable[];
  readonly missing: readonly FieldName[];
}

/** What somebody typed over the record, by placeholder; an empty text takes the record's value again. */
export type Typed = Readonly<Record<string, string>>;

/**
 * Fills a paper from the record: what was typed comes first, then the record, then the word for nothing known. What
 * is still missing is named, never printed blank.
 */
export function fillDocument(kind: DocumentKindRow, source: DocumentSource, typed: Typed): FilledDocument {
  const asking = new Set<FieldName>();
  const value: ReadValue = (name) => {
    const row = kind.fields.find((one) => one.name === name);
    if (row === undefined || asking.has(name)) return undefined;
    asking.add(name);
    const found = rawOf(row, source, typed, value);
    asking.delete(name);
    return found;
  };
  const template = JSON.stringify(kind.template);
  const fields = kind.fields.map((row) => {
    const filled = filledField(row, value(row.name), typed);
    return template.includes(`{${row.name}}。`) ? { ...filled, value: unended(filled.value) } : filled;
  });
  const tables = (kind.tables ?? []).map((row) => filledTable(row, source, typed));
  const missing = [...fields, ...tables].flatMap(({ name, isMissing }) => (isMissing ? [name] : []));
  return { fields, tables, missing };
}

/** The template sets the full stop; people set it, too. */
const unended = (text: string): string => text.replace(/[。；;]+$/u, '');

const given = (text: string | undefined): string | undefined =>
  text === undefined || text.trim() === '' ? undefined : text.trim();

function rawOf(row: FieldRow, source: DocumentSource, typed: Typed, value: ReadValue): string | undefined {
  const own = row.isFixed === true ? undefined : given(typed[row.name]);
  return own ?? given(row.from?.(source, value));
}

function filledField(row: FieldRow, raw: string | undefined, typed: Typed): FilledField {
  const { name, type = 'text', otherwise, isFixed } = row;
  return {
    name,
    type,
    raw: raw ?? '',
    value: raw === undefined ? (otherwise ?? '') : printed(type, raw),
    isTyped: isFixed !== true && given(typed[name]) !== undefined,
    isMissing: raw === undefined && otherwise === undefined,
    canBeTyped: isFixed !== true,
  };
}

function filledTable(row: TableRow, source: DocumentSource, typed: Typed): FilledTable {
  const lines = row.canBeTyped === true ? given(typed[row.name]) : undefined;
  const rows = lines === undefined ? row.rows(source) : typedRows(lines, row.columns.length);
  return {
    name: row.name,
    columns: row.columns,
    rows,
    isMissing: row.needsRows === true && rows.length === 0,
    isTyped: lines !== undefined,
    canBeTyped: row.canBeTyped === true,
  };
}

/** One line of text is one row; the first column counts by itself. */
function typedRows(text: string, columns: number): string[][] {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return lines.map((line, at) => {
    const cells = line.split(/[｜|\t]/u).map((cell) => cell.trim());
    const row = [String(at + 1), ...cells].slice(0, columns);
    return [...row, ...Array.from({ length: columns - row.length }, () => '—')].map((cell) => cell || '—');
  });
}
