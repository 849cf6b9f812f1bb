import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PayFileView } from '../../../server/core/contract/funds.ts';
import type { RiskCardView } from '../../../server/core/contract/alerts.ts';
import { plainDate } from '../../../server/core/kit/plain-date.ts';
import { Alerts } from '../../../server/features/alerts/alert.model.ts';
import { compareProject } from '../../../server/features/alerts/scan/compare-day.ts';
import { riskCardOfCode } from '../../../server/features/alerts/index.ts';
import { setParameter } from '../../../server/features/parameters/index.ts';
import { runCommandLine } from '../../support/command.ts';
import { othersWrite, testStore } from '../../support/store.ts';
import { sheetNow, asSystem } from '../payroll/payroll-life-app.ts';
import { alertOf, alertsNow, cardNow, cardsNow, look, setDay, useAlerts } from './alerts-app.ts';

const DAYS = ['2026-11-12', '2026-11-16', '2026-11-28'];

describe('a past day', function () {
  this.timeout(30_000);
  const app = useAlerts();
  let [file, sheetId]: [PayFileView | undefined, string] = [undefined, ''];
  const cardOn = async (day: string): Promise<RiskCardView> =>
    riskCardOfCode((await cardNow(app.projectId)).projectCode, plainDate(day), asSystem());
  /** What a card says of its day, without what is only a link or a later remark. */
  const said = ({ laterData: _, trend: _trend, ...card }: RiskCardView) => JSON.stringify(card);
  const then = new Map<string, string>();
  const stateNow = async () => JSON.stringify([await alertsNow(), await cardsNow()]);
  const compared = async (day: string) => {
    const [now, before] = [asSystem().today, await stateNow()];
    const { differing, unknown, projects } = await look(day);
    setDay(now);
    assert.equal(await stateNow(), before, 'looking back writes nothing');
    return { differing, unknown, projects };
  };

  before(async () => {
    setDay('2026-11-12');
    ({ file, sheetId } = await app.issued());
    for (const day of DAYS) {
      await look(day);
      then.set(day, said(await cardOn(day)));
    }
  });

  it('is reckoned again as it was, whatever day is asked', async () => {
    for (const day of ['2026-11-12', '2026-11-13', '2026-11-20'])
      assert.deepEqual(await compared(day), { differing: 0, unknown: 0, projects: 1 }, day);
  });

  it('knows nothing before the first look', async () => {
    assert.deepEqual(await compared('2026-11-11'), { differing: 0, unknown: 1, projects: 1 });
    await assert.rejects(cardOn('2026-11-11'), /2026-11-11 时该项目还没有扫描过/u);
  });

  it('knows nothing of a day that has not come', async () => {
    await assert.rejects(cardOn('2026-11-29'), /2026-11-29 晚于今天 2026-11-28/u);
  });

  it('stays what it was after a bank’s answer dated back to it, which it names', async () => {
    const unpaid = await alertOf('filedNotPaid');
    assert.ok(file !== undefined);
    setDay('2026-11-29');
    const results = [1, 2].map((n) => ({
      ...{
        reference: `${file?.number ?? ''}-${n}`,
        result: 'credited',
        amountFen: 580_000,
        on: '2026-11-13',
      },
    }));
    await app.as('bank').create(`/pay-files/${file.id}/results`, { results }).expect(200);
    await look('2026-11-29');
    assert.equal((await sheetNow(sheetId)).money.shortFen, 0);
    assert.equal((await alertOf('filedNotPaid')).state, 'cured');
    for (const day of DAYS) {
      assert.deepEqual(await compared(day), { differing: 0, unknown: 0, projects: 1 }, day);
      assert.equal(said(await cardOn(day)), then.get(day), day);
    }
    const past = await cardOn('2026-11-16');
    const line = past.lines.find(({ rule }) => rule === 'filedNotPaid');
    assert.deepEqual([line?.state, line?.findings[0]?.alertId], ['raised', String(unpaid._id)]);
    assert.ok(
      past.laterData.some(({ zh }) => zh.includes('2026-10')),
      JSON.stringify(past.laterData),
    );
    const now = await cardOn('2026-11-29');
    assert.deepEqual(
      [now.lines.find(({ rule }) => rule === 'filedNotPaid')?.state, now.laterData],
      ['clear', []],
    );
  });

  it('names nothing of its month that only came after it', async () => {
    const before = (await cardOn('2026-11-12')).laterData.map(({ zh }) => zh);
    assert.ok(
      !before.some((zh) => zh.includes('2026-10')),
      'nobody had been paid on that day, and nobody is by now',
    );
  });

  it('stays what it was after numbers, levels and steps were set anew', async () => {
    const from = (key: string, value: unknown) =>
      setParameter(
        key,
        { areaCode: '532601', from: plainDate('2026-01-01'), value, source: '测试' } as never, // any parameter's value
        asSystem(),
      );
    setDay('2026-11-30');
    await from('alertLevels', { filedNotPaid: 'off', entryWithoutContract: 'red', sharedBankCard: 'off' });
    await from('alertLadder', [0, 1, 2, 3]);
    await look('2026-11-30');
    assert.equal((await alertOf('sharedBankCard')).state, 'dismissed');
    for (const day of DAYS) {
      assert.deepEqual(await compared(day), { differing: 0, unknown: 0, projects: 1 }, day);
      assert.equal(said(await cardOn(day)), then.get(day), day);
    }
  });

  it('is printed on the command line, which says when it cannot', async () => {
    othersWrite();
    const [{ uri }, { projectCode }] = [await testStore(), await cardNow(app.projectId)];
    const dir = mkdtempSync(join(tmpdir(), 'anxin-alerts-'));
    const run = (...args: string[]) =>
      runCommandLine('server/cli/alerts.ts', args, { MONGODB_URI: uri, DATA_DIR: dir });
    const printed = await run('--project', projectCode, '--day', '2026-11-16', '--json');
    assert.equal(printed.code, 0, printed.err);
    const card = JSON.parse(printed.out) as RiskCardView; // as it was printed
    assert.equal(said(card), then.get('2026-11-16'));
    const none = await run('--project', projectCode, '--day', '2026-02-30');
    rmSync(dir, { recursive: true });
    assert.deepEqual([none.code, none.out], [2, '']);
    assert.match(none.err, /2026-02-30/u);
  });

  it('shows where what was raised is not what was known', async () => {
    const { _id } = await alertOf('filedNotPaid');
    await Alerts.deleteOne({ _id });
    const { onlyFound, onlyRaised } = await compareProject(app.projectId, plainDate('2026-11-16'));
    assert.deepEqual([onlyFound.map(({ rule }) => rule), onlyRaised], [['filedNotPaid'], []]);
  });
});
