import assert from 'node:assert/strict';
import { drawFrom } from '../../../seeds/random.ts';
import { PAY_ANSWERS } from '../../../server/core/contract/payroll.ts';
import { fen } from '../../../server/core/kit/money.ts';
import { plainDate } from '../../../server/core/kit/plain-date.ts';
import { setParameter } from '../../../server/features/parameters/index.ts';
import { answerLine, approvePayroll, askWorkers, markSent } from '../../../server/features/payroll/index.ts';
import { recordBankResult, takeBackCredits } from '../../../server/features/payroll/index.ts';
import { answerMyCard } from '../../../server/features/payroll/answer-my-pay-line.ts';
import { findLinesOfSheet } from '../../../server/features/payroll/payroll-line.model.ts';
import { fillKept } from '../../../server/features/payroll/fill-kept.model.ts';
import { PayrollSheets } from '../../../server/features/payroll/payroll-sheet.model.ts';
import { keptOf } from '../../../server/features/payroll/sheet-kept.ts';
import { AppError } from '../../../server/platform/app-error.ts';
import { runMigration } from '../../support/migration-step.ts';
import { asSystem, clock, lineNow, sheetNow, usePayrollLife } from './payroll-life-app.ts';

const NET = 580_000;
const STEPS = 90;

describe('what a sheet keeps of its lines', function () {
  this.timeout(30_000);
  const app = usePayrollLife();

  before(async () => {
    const share = { areaCode: '532601', from: plainDate('2026-01-01'), value: 10_000, source: '测试' };
    await setParameter('cardInHandShare', share, app.ctxOf('admin'));
  });

  it('is what a recount says after results, payments again and answers in any order', async () => {
    const draw = drawFrom(7);
    const { pick } = draw;
    const sheets = [await app.file(), await app.file()];
    await askWorkers(asSystem());
    for (const { sheetId } of sheets) await approvePayroll({ id: sheetId }, asSystem());
    const done: Record<string, number> = {};
    let attempts = 0;
    const steps = {
      send: async (line: string) => {
        attempts += 1;
        const sent = [{ lineId: line, reference: `again-${attempts}` }];
        await markSent(sent, 'f'.repeat(24), asSystem());
      },
      credited: async (line: string) => {
        const amountFen = fen(pick([NET, NET, NET - 100_000, NET + 5_000]));
        const on = asSystem().today;
        await recordBankResult({ lineId: line, result: 'credited', amountFen, on }, asSystem());
      },
      bounced: async (line: string) => {
        const on = asSystem().today;
        const result = {
          lineId: line,
          result: 'bounced' as const,
          amountFen: fen(NET),
          on,
          reason: '户名不符',
        };
        await recordBankResult(result, asSystem());
      },
      takenBack: async (line: string) => {
        const { reference = '' } = (await lineNow(line)).bank;
        const wrong = { on: asSystem().today, reason: '登记错了' };
        await takeBackCredits([{ lineId: line, reference }], wrong, asSystem());
      },
      answered: async (line: string) => {
        const kind = pick(PAY_ANSWERS);
        const amountFen = kind === 'less' ? { amountFen: fen(draw.between(0, NET - 1)) } : {};
        await answerLine(() => lineNow(line), { kind, ...amountFen }, 'phone', asSystem());
      },
      card: async (line: string) => {
        const who = sheets.some(({ own }) => own === line) ? 'worker' : 'otherWorker';
        await answerMyCard(line, { inHand: pick([true, false]) }, app.ctxOf(who));
      },
    };
    for (let step = 0; step < STEPS; step += 1) {
      const name = pick([
        ...(['send', 'send', 'credited', 'credited', 'bounced', 'takenBack'] as const),
        ...(['answered', 'answered', 'card'] as const),
      ]);
      const { sheetId, own, others } = pick(sheets);
      if (draw.between(0, 4) === 0) clock.set(new Date(clock.now().getTime() + 86_400_000));
      await steps[name](pick([own, others])).then(
        () => void (done[name] = (done[name] ?? 0) + 1),
        (error: unknown) => assert.ok(error instanceof AppError && error.code === 'conflict', String(error)),
      );
      const { money, answeredOn, deniedOn, cardQuestions } = await sheetNow(sheetId);
      const kept = {
        ...{ money, cardQuestions },
        ...(answeredOn === undefined ? {} : { answeredOn }),
        ...(deniedOn === undefined ? {} : { deniedOn }),
      };
      assert.deepEqual(kept, keptOf(await findLinesOfSheet(sheetId)), `${step}: ${name}`);
    }
    for (const name of Object.keys(steps)) assert.ok((done[name] ?? 0) > 0, `${name} happened`);
  });

  it('counts wages short person by person, and only answers that still stand against the sheet', async () => {
    const { sheetId, own, others } = await app.file();
    await approvePayroll({ id: sheetId }, asSystem());
    const sent = [own, others].map((lineId, at) => ({ lineId, reference: `known-${at}` }));
    await markSent(sent, 'e'.repeat(24), asSystem());
    const on = plainDate('2026-11-13');
    const credit = { result: 'credited', on } as const;
    await recordBankResult({ lineId: own, ...credit, amountFen: fen(NET + 80_000) }, asSystem());
    await recordBankResult({ lineId: others, ...credit, amountFen: fen(NET - 30_000) }, asSystem());
    assert.deepEqual((await sheetNow(sheetId)).money, {
      ...{ shortFen: 30_000, sentFen: 2 * NET, otherAmounts: 2, creditedOn: on },
    });
    const answer = (kind: 'nothing' | 'right') =>
      answerLine(() => lineNow(own), { kind }, 'phone', asSystem());
    await answer('nothing');
    assert.equal((await sheetNow(sheetId)).deniedOn, asSystem().today);
    await answer('right');
    assert.equal((await sheetNow(sheetId)).deniedOn, undefined);
  });

  it('is counted at the start for sheets laid before anything was kept, once and from their lines', async () => {
    const [old, other] = [await app.file(), await app.file()];
    await approvePayroll({ id: old.sheetId }, asSystem());
    const on = plainDate('2026-11-13');
    const sent = [old.own, old.others].map((lineId, at) => ({ lineId, reference: `old-${at}` }));
    await markSent(sent, 'd'.repeat(24), asSystem());
    await recordBankResult({ lineId: old.own, result: 'credited', amountFen: fen(NET), on }, asSystem());
    await answerLine(() => lineNow(old.others), { kind: 'nothing' }, 'phone', asSystem());
    const before = await sheetNow(old.sheetId);
    const kept = { money: 1, cardQuestions: 1, answeredOn: 1, deniedOn: 1, noticeRules: 1 } as const;
    await PayrollSheets.collection.updateOne({ _id: before._id }, { $unset: kept });
    assert.equal((await sheetNow(old.sheetId)).money, undefined);
    const { filled, mark } = await runMigration(fillKept);
    assert.equal(filled, 1);
    assert.deepEqual(await sheetNow(old.sheetId), before);
    assert.deepEqual(before.money, { shortFen: NET, sentFen: 2 * NET, otherAmounts: 0, creditedOn: on });
    const untouched = await sheetNow(other.sheetId);
    assert.equal((await runMigration(fillKept)).filled, 0);
    assert.equal((await runMigration(fillKept, mark)).mark, mark, 'nothing lies beyond the last mark');
    assert.deepEqual(await sheetNow(other.sheetId), untouched);
  });
});
