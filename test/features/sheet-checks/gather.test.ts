import assert from 'node:assert/strict';
import type { SheetColumn } from '../../../server/core/contract/sheet-checks.ts';
import { plainDate } from '../../../server/core/kit/plain-date.ts';
import { checkWorkbook } from '../../../server/features/sheet-checks/index.ts';
import type { SheetKind } from '../../../server/features/sheet-checks/index.ts';
import { AppError } from '../../../server/platform/app-error.ts';
import { WorkbookFault, writeTemplate } from '../../../server/platform/workbooks/index.ts';
import { systemCtx } from '../../../server/platform/context.ts';

const COLUMNS: readonly SheetColumn[] = [
  { key: 'name', zh: '姓名', en: 'Name', kind: 'text', required: true },
];
const ctx = systemCtx('test', { now: new Date('2026-11-02T08:00:00Z'), today: plainDate('2026-11-02') });

function kindThat(gather: SheetKind<Record<never, never>, string[]>['gather']) {
  const kind: SheetKind<Record<never, never>, string[]> = {
    ...{ kind: 'payroll', columns: COLUMNS, maxRows: 10 },
    ...(gather === undefined ? {} : { gather }),
    check: (rows, _scope, _ctx, known) =>
      Promise.resolve({
        problems: rows
          .filter(({ cells }) => !known.includes(String(cells['name'])))
          .map(({ row }) => ({ row, rule: 'stranger', level: 'block', zh: '生人', en: 'stranger' })),
      }),
    confirm: () => Promise.reject(new Error('nothing is stored here')),
  };
  return kind;
}
const notSeen = () => Promise.reject(new AppError('notFound'));

describe('what the records say of a sheet', () => {
  let workbook: Uint8Array;
  before(async () => {
    workbook = await writeTemplate(COLUMNS, [{ name: '张大山' }, { name: '李四' }], { title: '名册' });
  });

  it('is what its rows are held against', async () => {
    const kind = kindThat(() => Promise.resolve(['张大山']));
    const { findings, blocking } = await checkWorkbook(kind, workbook, {}, ctx);
    assert.deepEqual([blocking, findings.problems.map(({ row }) => row)], [1, [3]]);
  });

  it('is asked for before a byte of the file is read', async () => {
    let asked = false;
    const kind = kindThat(() => {
      asked = true;
      return Promise.resolve([]);
    });
    const checking = checkWorkbook(kind, workbook, {}, ctx);
    assert.equal(asked, true);
    assert.equal((await checking).blocking, 2);
  });

  it('keeps the sheet back where its sender may no longer see it', async () => {
    await assert.rejects(
      checkWorkbook(kindThat(notSeen), workbook, {}, ctx),
      (error) => error instanceof AppError && error.code === 'notFound',
    );
  });

  it('is told behind what is wrong with the file', async () => {
    await assert.rejects(
      checkWorkbook(kindThat(notSeen), Buffer.from('no workbook'), {}, ctx),
      (error) => error instanceof WorkbookFault && error.code === 'notWorkbook',
    );
  });
});

describe('rows that are prepared while a thread reads on', () => {
  it('leave others their turn between portions, also where many came at once', async () => {
    const rows = Array.from({ length: 2_600 }, (_, at) => ({ name: `工人${at}` }));
    const workbook = await writeTemplate(COLUMNS, rows, { title: '名册' });
    let turns = 0;
    const count = (): void => {
      turns += 1;
      next = setImmediate(count);
    };
    let next = setImmediate(count);
    const prepared: { turn: number; rows: number }[] = [];
    const kind: SheetKind<Record<never, never>, string[]> = {
      ...kindThat(() => Promise.resolve([])),
      maxRows: 3_000,
      prepare: (some) => {
        // A process that is held up meanwhile finds the rest of the news waiting.
        if (prepared.length === 0) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300);
        prepared.push({ turn: turns, rows: some.length });
      },
    };
    const checked = await checkWorkbook(kind, workbook, {}, ctx);
    clearImmediate(next);
    assert.equal(new Set(prepared.map(({ turn }) => turn)).size, prepared.length);
    assert.equal(
      prepared.reduce((sum, portion) => sum + portion.rows, 0),
      checked.rows.length,
    );
    assert.equal(checked.rows.length, 2_600);
  });

  it('say what went wrong with them behind what is wrong with the file', async () => {
    const workbook = await writeTemplate(COLUMNS, [{ name: '张大山' }], { title: '名册' });
    const prepare = (): void => {
      throw new RangeError('no such row');
    };
    const kind = { ...kindThat(() => Promise.resolve([])), prepare };
    await assert.rejects(checkWorkbook(kind, workbook, {}, ctx), RangeError);
    await assert.rejects(
      checkWorkbook({ ...kind, maxRows: 0 }, workbook, {}, ctx),
      (error) => error instanceof WorkbookFault && error.code === 'tooManyRows',
    );
  });
});
