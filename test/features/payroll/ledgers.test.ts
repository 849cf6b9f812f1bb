import assert from 'node:assert/strict';
import type { Buffer } from 'node:buffer';
import { readXlsx } from 'hucre/xlsx';
import { Events } from '../../../server/platform/audit/index.ts';
import { findLine, PayrollLines } from '../../../server/features/payroll/payroll-line.model.ts';
import { findSheet } from '../../../server/features/payroll/payroll-sheet.model.ts';
import { slipDocument } from '../../../server/features/payroll/wage-slip.ts';
import type { Who } from './payroll-life-app.ts';
import { usePayrollLife } from './payroll-life-app.ts';

describe('what has to be kept', () => {
  const app = usePayrollLife();
  const period = { from: '2026-10', to: '2026-10', reason: '年度检查' };
  const ask = (path: string, who: Who, more: Record<string, string> = {}) =>
    app
      .as(who)
      .get(`/payroll/${path}`, { projectId: app.projectId, ...period, ...more })
      .responseType('blob');
  const cells = async (bytes: Buffer): Promise<string[][]> => {
    const rows = (await readXlsx(bytes)).sheets[0]?.rows ?? [];
    const shown = (cell: unknown) =>
      cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell ?? '');
    return rows.map((row) => row.map(shown));
  };

  it('is the wage ledger with the eleven fields the law names, each month kept three years', async () => {
    await app.file();
    const sent = await ask('ledger', 'labour');
    assert.equal(sent.status, 200);
    const [heading = [], first = []] = await cells(sent.body as Buffer);
    const wanted = [
      ...['用人单位名称', '支付周期', '支付日期', '支付对象姓名', '身份证号码', '联系方式', '工作时间'],
      ...[
        '应发工资项目及数额',
        '代扣、代缴、扣除项目和数额',
        '实发工资数额（元）',
        '银行代发工资凭证或农民工签字',
      ],
    ];
    assert.deepEqual(
      wanted.filter((name) => !heading.includes(name)),
      [],
    );
    const row = first.join('|');
    for (const part of [
      '文山乙劳务有限公司',
      '2026-10',
      '张大山',
      '11010519491231002X',
      '13800000001',
      '26 天',
    ])
      assert.ok(row.includes(part), part);
    for (const part of ['计时工资 6,000.00', '社保 200.00', '2029-10-31'])
      assert.ok(row.includes(part), part);
  });

  it('never takes a signature for money that came back from the bank', async () => {
    const { own } = await app.file();
    await PayrollLines.updateOne({ _id: own }, { $set: { isSigned: true, 'bank.state': 'bounced' } });
    const row = (await cells((await ask('ledger', 'labour')).body as Buffer)).find((one) =>
      one.join('|').includes('退回'),
    );
    assert.ok(row?.includes('本人已签字；银行退回，未到账'), String(row));
  });

  it('goes to those who keep it or look into it, with a reason, and the chain says so', async () => {
    for (const [who, status] of [
      ['sub', 200],
      ['inspector', 200],
      ['owner', 404],
      ['otherInspector', 404],
      ['leader', 403],
      ['worker', 403],
    ] satisfies [Who, number][])
      assert.equal((await ask('ledger', who)).status, status, who);
    assert.equal(
      (await cells((await ask('ledger', 'otherSub')).body as Buffer)).length,
      1,
      'a heading, no names',
    );
    assert.equal((await ask('ledger', 'labour', { reason: '' })).status, 422);
    const events = await Events.find({
      subject: `project:${app.projectId}`,
      action: 'ledger.exported',
    }).lean();
    assert.equal(events.at(-1)?.facts['reason'], '年度检查');
    assert.ok(!JSON.stringify(events).includes('张大山'));
  });

  it('is the labour ledger with who worked for whom, and is printed as well', async () => {
    const rows = await cells((await ask('labour-ledger', 'labour')).body as Buffer);
    assert.ok(rows.some((row) => row.includes('张大山') && row.includes('2.5') && row.includes('架子工')));
    const paper = await ask('labour-ledger', 'labour', { format: 'pdf' });
    assert.equal((paper.body as Buffer).subarray(0, 5).toString(), '%PDF-');
  });

  it('gives each worker the slip of his own month, and nobody else’s', async () => {
    const { own, others } = await app.file();
    const slip = await app.as('worker').get(`/my/pay-lines/${own}/slip.pdf`).responseType('blob');
    assert.equal((slip.body as Buffer).subarray(0, 5).toString(), '%PDF-');
    const line = await findLine(own);
    const sheet = line === null ? null : await findSheet(line.sheetId);
    assert.ok(line !== null && sheet !== null);
    const said = JSON.stringify(slipDocument(line, sheet));
    for (const part of ['计时工资', '6,000.00 元', '社会保险', '5,800.00 元（伍仟捌佰元整）'])
      assert.ok(said.includes(part), part);
    assert.equal((await app.as('worker').get(`/my/pay-lines/${others}/slip.pdf`)).status, 404);
  });
});
