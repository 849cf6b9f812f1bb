import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';
import Joi from 'joi';
import { EXPORT_FORMATS } from '../../core/contract/page.ts';
import type { ExportFormat } from '../../core/contract/page.ts';
import { cleanFileName, contentDisposition } from '../files/index.ts';
import { withAreaNames } from './area-names.ts';
import type { Heading, Table } from './table.ts';
import { writeCsv } from './write-csv.ts';
import type { Sheet } from './write-xlsx.ts';
import { writeWorkbook, writeXlsx } from './write-xlsx.ts';

const CONTENT_TYPES: Readonly<Record<ExportFormat, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
};

/** Spread into a list's own query shape to make the shape of its export. */
export const exportKeys = {
  format: Joi.string()
    .valid(...EXPORT_FORMATS)
    .default('xlsx'),
} as const;

/** The shape of an export without filters. */
export const exportQuery = Joi.object<{ format: ExportFormat }, true>(exportKeys);

/**
 * The table, with the names of its areas, as a stream of bytes that asks for rows only as fast as it is read. Resolves once the first row is
 * there, so that a list that fails at once fails before anything is sent.
 */
export async function exportTable<Row>(plain: Table<Row>): Promise<Readable> {
  const table = withAreaNames(plain);
  const headings: Heading[] = table.columns.map((column) => ({
    text: table.locale === 'en' ? column.en : column.zh,
    kind: column.kind,
  }));
  const keys = table.columns.map((column) => column.key);
  const rows = await started(table.rows);
  const values = (async function* () {
    for await (const row of rows) yield keys.map((key): unknown => row[key]);
  })();
  return table.format === 'csv'
    ? Readable.from(writeCsv(headings, values))
    : writeXlsx(table.title, headings, values);
}

/** Sends the table as a download; a fault half-way cuts the connection, so that a part never passes for the whole. */
export async function sendTable<Row>(res: Response, table: Table<Row>): Promise<void> {
  const stream = await exportTable(table);
  announce(res, table.title, table.format);
  await pipeline(stream, res).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE') return;
    throw error;
  });
}

/** Sends a report of several sheets as a download. */
export async function sendWorkbook(res: Response, title: string, sheets: readonly Sheet[]): Promise<void> {
  const bytes = await writeWorkbook(sheets);
  announce(res, title, 'xlsx');
  res.end(bytes);
}

function announce(res: Response, title: string, format: ExportFormat): void {
  res.set({
    'content-type': CONTENT_TYPES[format],
    'content-disposition': contentDisposition(
      'attachment',
      cleanFileName(`${title}.${format}`, { extensions: [format] }),
    ),
    'cache-control': 'no-store, no-transform',
    'x-content-type-options': 'nosniff',
  });
}

/** The same rows with the first one fetched already. */
async function started<Row>(rows: AsyncIterable<Row>): Promise<AsyncIterable<Row>> {
  const iterator = rows[Symbol.asyncIterator]();
  const first = await iterator.next();
  return (async function* () {
    try {
      for (let next = first; next.done !== true; next = await iterator.next()) yield next.value;
    } finally {
      await iterator.return?.();
    }
  })();
}
