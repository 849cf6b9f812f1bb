import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer, text } from 'node:stream/consumers';
import express from 'express';
import { readXlsx } from 'hucre/xlsx';
import yauzl from 'yauzl';
import type { Page } from '../../server/core/contract/page.ts';
import { exportQuery, exportTable, pages, sendTable } from '../../server/platform/tables/index.ts';
import type { Column, Table } from '../../server/platform/tables/index.ts';
import { eventually } from '../support/eventually.ts';

interface PayRow {
  name: string | null;
  citizenId: string;
  heads: number;
  paidFen: number;
  dueOn: string;
  at: string | Date | null;
}

const COLUMNS: readonly Column<PayRow>[] = [
  { key: 'name', zh: '姓名', en: 'Name', kind: 'text' },
  { key: 'citizenId', zh: '身份证号', en: 'Citizen id', kind: 'text' },
  { key: 'heads', zh: '人数', en: 'Heads', kind: 'number' },
  { key: 'paidFen', zh: '实发', en: 'Paid', kind: 'fen' },
  { key: 'dueOn', zh: '应发日', en: 'Due', kind: 'day' },
  { key: 'at', zh: '时间', en: 'At', kind: 'moment' },
];

const row = (changes: Partial<PayRow> = {}): PayRow => ({
  name: '李四',
  citizenId: '511102199001010000',
  heads: 3,
  paidFen: 1_234_567,
  dueOn: '2026-01-31',
  at: '2026-01-31T16:00:05.000Z',
  ...changes,
});

async function* given<Row>(...rows: Row[]): AsyncGenerator<Row> {
  yield* rows;
}

const table = (rows: AsyncIterable<PayRow>, changes: Partial<Table<PayRow>> = {}): Table<PayRow> => ({
  title: '工资表',
  columns: COLUMNS,
  rows,
  format: 'xlsx',
  locale: 'zh-CN',
  ...changes,
});

const bytesOf = async (given: Table<PayRow>): Promise<Buffer> => buffer(await exportTable(given));
const csvOf = async (given: Table<PayRow>): Promise<string> =>
  text(await exportTable({ ...given, format: 'csv' }));

async function partOf(workbook: Buffer, name: string): Promise<string> {
  const zip = await yauzl.fromBufferPromise(workbook, { lazyEntries: true });
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName === name) return text(await zip.openReadStreamPromise(entry));
  }
  throw new Error(`no part ${name}`);
}

describe('A list exported as a workbook', () => {
  it('reads back with its headings, long numbers as text, yuan, days and Shanghai time', async () => {
    const book = await readXlsx(await bytesOf(table(given(row()))));
    const [sheet] = book.sheets;
    assert.ok(sheet);
    assert.equal(sheet.name, '工资表');
    assert.deepEqual(sheet.rows[0], ['姓名', '身份证号', '人数', '实发', '应发日', '时间']);
    const [name, citizenId, heads, paid, dueOn, at] = sheet.rows[1] ?? [];
    assert.deepEqual([name, citizenId, heads, paid], ['李四', '511102199001010000', 3, 12_345.67]);
    assert.equal((dueOn as Date).toISOString(), '2026-01-31T00:00:00.000Z');
    // 16:00:05 in UTC is five seconds past midnight of the next day in Shanghai.
    assert.equal((at as Date).toISOString().slice(0, 19), '2026-02-01T00:00:05');
  });

  it('keeps the heading in view and marks text, money and day columns as such', async () => {
    const workbook = await bytesOf(table(given(row())));
    const sheet = await partOf(workbook, 'xl/worksheets/sheet1.xml');
    assert.match(sheet, /<pane [^>]*ySplit="1"[^>]*state="frozen"/);
    const styles = await partOf(workbook, 'xl/styles.xml');
    const formats = new Map(
      [...styles.matchAll(/<numFmt numFmtId="(\d+)" formatCode="([^"]+)"/g)].map((m) => [m[1], m[2]]),
    );
    const cellFormats = [...(styles.split('<cellXfs')[1] ?? '').matchAll(/<xf numFmtId="(\d+)"/g)].map((m) =>
      formats.get(m[1]),
    );
    const formatOf = (cell: string) =>
      cellFormats[Number(new RegExp(`r="${cell}"[^>]* s="(\\d+)"`).exec(sheet)?.[1])];
    assert.deepEqual(['B2', 'D2', 'E2'].map(formatOf), ['@', '#,##0.00', 'yyyy-mm-dd']);
  });

  it('keeps a name that looks like a formula as text', async () => {
    const workbook = await bytesOf(table(given(row({ name: '=HYPERLINK("http://x","y")' }))));
    const sheet = await partOf(workbook, 'xl/worksheets/sheet1.xml');
    assert.doesNotMatch(sheet, /<f[ >]/);
    assert.equal((await readXlsx(workbook)).sheets[0]?.rows[1]?.[0], '=HYPERLINK("http://x","y")');
  });

  it('takes out what XML cannot carry and leaves empty cells empty', async () => {
    const workbook = await bytesOf(
      table(given(row({ name: '张\u0000三\u0008<&>' }), row({ name: null, at: null }))),
    );
    const rows = (await readXlsx(workbook)).sheets[0]?.rows ?? [];
    assert.equal(rows[1]?.[0], '张三<&>');
    assert.equal(rows[2]?.[0] ?? null, null);
    assert.equal(rows[2]?.[3], 12_345.67);
  });

  it('names the sheet even when the title holds what Excel refuses', async () => {
    const workbook = await bytesOf(
      table(given(row()), {
        title: "'[2026]/工资*表?:\\ 一二三四五六七八九十一二三四五六七八九十一二三四五六",
      }),
    );
    const name = (await readXlsx(workbook)).sheets[0]?.name ?? '';
    assert.ok(name.length > 0 && name.length <= 31);
    assert.doesNotMatch(name, /[[\]:*?/\\]|^'|'$/);
  });

  it('with no rows still has its headings, in the language asked for', async () => {
    const book = await readXlsx(await bytesOf(table(given(), { locale: 'en' })));
    assert.deepEqual(book.sheets[0]?.rows, [['Name', 'Citizen id', 'Heads', 'Paid', 'Due', 'At']]);
  });
});

describe('A list exported as CSV', () => {
  it('starts with the UTF-8 mark and ends every line with CR LF', async () => {
    const csv = await csvOf(table(given(row())));
    assert.equal(
      csv,
      '\ufeff姓名,身份证号,人数,实发,应发日,时间\r\n李四,511102199001010000,3,12345.67,2026-01-31,2026-02-01 00:00:05\r\n',
    );
  });

  it('disarms text that a spreadsheet would run, in both widths, but leaves negative amounts alone', async () => {
    const names = ['=1+1', '+86 138', '-2+3', '@SUM(A1)', '\tx', '＝1+1', '＠x'];
    for (const name of names) {
      const line = (await csvOf(table(given(row({ name, paidFen: -5 }))))).split('\r\n')[1] ?? '';
      assert.ok(line.replace(/^"/, '').startsWith(`'${name}`), line);
      assert.ok(line.includes(',-0.05,'), line);
    }
  });

  it('quotes commas, quotation marks and line breaks', async () => {
    const csv = await csvOf(table(given(row({ name: '甲,"乙"\n丙' }))));
    assert.ok(csv.includes('\r\n"甲,""乙""\n丙",5111'));
  });
});

describe('A long export', () => {
  const MANY = 50_000;

  for (const format of ['xlsx', 'csv'] as const) {
    it(`asks for rows only as fast as the ${format} is read, and ends the list when the reader goes away`, async () => {
      let pulled = 0;
      let ended = false;
      const rows = (async function* () {
        try {
          for (; pulled < MANY; pulled += 1) yield row({ name: `工人${pulled}` });
        } finally {
          ended = true;
        }
      })();
      const stream = await exportTable(table(rows, { format }));
      await once(stream, 'readable');
      stream.read(1);
      await new Promise((resolve) => setImmediate(resolve));
      assert.ok(pulled < MANY / 5, `${pulled} rows were taken before anything was read`);
      stream.destroy();
      await once(stream, 'close');
      await eventually('the list is told that its reader has gone', () => ended);
      assert.ok(pulled < MANY / 2);
    });
  }

  it('of 50,000 rows reads back whole', async () => {
    const rows = (async function* () {
      for (let n = 0; n < MANY; n += 1) yield row({ name: `工人${n}`, paidFen: n });
    })();
    const csv = await csvOf(table(rows));
    const lines = csv.split('\r\n');
    assert.equal(lines.length, MANY + 2);
    assert.ok(lines[MANY]?.startsWith('工人49999,'));
    assert.ok(lines[MANY]?.includes(',499.99,'));
  });
});

describe('A download of a table', () => {
  async function served(makeTable: () => Table<PayRow>): Promise<{ url: string; stop: () => void }> {
    const app = express();
    app.get('/', (_req, res, next) => {
      sendTable(res, makeTable()).catch(next);
    });
    app.use(((_error, _req, res, next) => {
      if (res.headersSent) next(_error);
      else res.status(500).end();
    }) as express.ErrorRequestHandler);
    app.set('env', 'test');
    const server = createServer(app).listen(0, '127.0.0.1');
    await once(server, 'listening');
    return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop: () => server.close() };
  }

  it('carries a Chinese file name, is never sniffed and never kept', async () => {
    const { url, stop } = await served(() => table(given(row()), { title: '工资表 2026-01', format: 'csv' }));
    const res = await fetch(url);
    stop();
    assert.equal(res.headers.get('content-type'), 'text/csv; charset=utf-8');
    assert.equal(
      res.headers.get('content-disposition'),
      `attachment; filename="___ 2026-01.csv"; filename*=UTF-8''${encodeURIComponent('工资表 2026-01.csv')}`,
    );
    assert.equal(res.headers.get('x-content-type-options'), 'nosniff');
    assert.match(res.headers.get('cache-control') ?? '', /no-store/);
    assert.ok((await res.text()).includes('李四'));
  });

  it('whose list fails at once is an error, not an empty file', async () => {
    const failing = (async function* (): AsyncGenerator<PayRow> {
      throw new Error('the list failed');
    })();
    const { url, stop } = await served(() => table(failing));
    const res = await fetch(url);
    stop();
    assert.equal(res.status, 500);
    assert.equal(res.headers.get('content-disposition'), null);
  });

  for (const format of ['xlsx', 'csv'] as const) {
    it(`whose list fails half-way breaks off, so that part of a ${format} never passes for the whole`, async () => {
      const failing = (async function* (): AsyncGenerator<PayRow> {
        for (let n = 0; n < 20_000; n += 1) yield row();
        throw new Error('the list failed');
      })();
      const { url, stop } = await served(() => table(failing, { format }));
      const res = await fetch(url);
      assert.equal(res.status, 200);
      await assert.rejects(res.arrayBuffer());
      stop();
    });
  }
});

describe('The pages of a list', () => {
  async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
    const all: Item[] = [];
    for await (const item of items) all.push(item);
    return all;
  }
  const all = Array.from({ length: 7 }, (_, index) => index);
  const fetchPage = (asked: { cursor?: string; limit: number }[]) => {
    return async (query: { cursor?: string; limit: number }): Promise<Page<number>> => {
      asked.push(query);
      const start = Number(query.cursor ?? 0);
      const nextCursor = start + 3 < all.length ? String(start + 3) : null;
      return { items: all.slice(start, start + 3), nextCursor, total: all.length };
    };
  };

  it('are walked to the end, in order, each once', async () => {
    const asked: { cursor?: string; limit: number }[] = [];
    assert.deepEqual(await collect(pages(fetchPage(asked))), all);
    assert.deepEqual(
      asked.map((query) => query.cursor),
      [undefined, '3', '6'],
    );
    assert.ok(asked.every((query) => query.limit === 200));
  });

  it('that never move on are an error, not an endless file', async () => {
    const stuck = pages(async () => ({ items: [1], nextCursor: 'x', total: 1 }));
    await assert.rejects(collect(stuck), /same cursor/);
  });
});

describe('The shape of an export query', () => {
  it('is a workbook unless CSV is asked for, and nothing else', () => {
    assert.equal(exportQuery.validate({}).value.format, 'xlsx');
    assert.equal(exportQuery.validate({ format: 'csv' }).value.format, 'csv');
    assert.ok(exportQuery.validate({ format: 'pdf' }).error);
  });
});
