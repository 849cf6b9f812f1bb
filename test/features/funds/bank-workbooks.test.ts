import assert from 'node:assert/strict';
import { RESULT_COLUMNS } from '../../../server/features/funds/results-sheet.ts';
import { TRANSACTION_COLUMNS } from '../../../server/features/funds/transactions-sheet.ts';
import { readSheet, writeTemplate } from '../../../server/platform/workbooks/index.ts';

describe('the workbooks of a bank', () => {
  it('answers a pay file under the very references the file gave', async () => {
    const row = {
      ...{ reference: '532601-2026-0001-2', workerName: '张大山', bankCard: '6222021234567890128' },
      ...{
        bankName: '演示银行',
        amountFen: 580_000,
        result: 'bounced',
        on: '2026-11-13',
        reason: '户名不符',
      },
    };
    const book = await writeTemplate(RESULT_COLUMNS, [row], { title: '结果' });
    const { rows, problems } = await readSheet(Buffer.from(book), RESULT_COLUMNS, { maxRows: 10 });
    assert.deepEqual([rows, problems], [[{ row: 2, cells: row }], []]);
  });

  it('names a movement as the bank’s program does, so that it is never posted twice', async () => {
    const row = {
      ...{ bankRef: 'OUT-2026/11-7', on: '2026-11-13', direction: 'out', kind: 'wages', amountFen: 580_000 },
      ...{ counterparty: '张大山', payReference: '532601-2026-0001-2' },
    };
    const book = await writeTemplate(TRANSACTION_COLUMNS, [row], { title: '流水' });
    const { rows } = await readSheet(Buffer.from(book), TRANSACTION_COLUMNS, { maxRows: 10 });
    assert.deepEqual(rows, [{ row: 2, cells: row }]);
  });
});
