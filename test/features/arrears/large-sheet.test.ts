import assert from 'node:assert/strict';
import { nobodysCitizenId } from '../../../seeds/random.ts';
import type { ArrearsPerson, ArrearsSheetView } from '../../../server/core/contract/arrears.ts';
import { addPayMonths, payMonth } from '../../../server/core/kit/plain-date.ts';
import { addUpLines } from '../../../server/core/arrears/standing.ts';
import { ArrearsLines, judged } from '../../../server/features/arrears/line.model.ts';
import type { LineRecord } from '../../../server/features/arrears/sheet.record.ts';
import { deliverTexts } from '../../support/deliver-texts.ts';
import { claimsOf, clock, ok, onDay } from '../cases/cases-app.ts';
import { build, caseOf, on, openSite, useArrearsApp } from './arrears-site.ts';

const PEOPLE = 50;

describe('an arrears sheet of many people over a year', function () {
  this.timeout(60_000);
  const { as } = useArrearsApp();

  it('its sums are those of its lines from the first to the last word, and become the claims', async () => {
    const site = await openSite();
    const months = Array.from({ length: 12 }, (_none, at) => ({
      payMonth: addPayMonths(payMonth('2025-02'), at),
      owedFen: 450_000,
    }));
    const people = Array.from({ length: PEOPLE }, (_none, at) => ({
      name: `工人${at}`,
      citizenId: nobodysCitizenId(720_000 + at),
      phone: `139000088${String(at).padStart(2, '0')}`,
      months,
    }));
    const view = await caseOf(as, site, { headcount: PEOPLE, people });
    const sheet = await build(as, view);
    assert.deepEqual([sheet.people, sheet.lines], [PEOPLE, PEOPLE * 12]);
    const shown = await ok<ArrearsSheetView>(
      as('inspector').post(`/arrears-sheets/${sheet.id}/show`, { answerBy: '2026-03-20' }, on(sheet)),
    );
    const page = await ok<{ items: ArrearsPerson[]; nextCursor: string }>(
      as('inspector').get(`/arrears-sheets/${sheet.id}/people`, { limit: 20 }),
    );
    assert.deepEqual([page.items.length, page.nextCursor, page.items[0]?.months], [20, '20', 12]);
    const stored = async (): Promise<LineRecord[]> =>
      (await ArrearsLines.find({ sheetId: sheet.id }).lean()) as unknown as LineRecord[]; // what the schema wrote
    const ids = (await stored()).map(({ _id }) => String(_id));
    const mark = (body: object) => as('inspector').post(`/arrears-sheets/${sheet.id}/mark`, body, on(shown));
    await ok(mark({ side: 'worker', mark: 'agreed', lineIds: ids.slice(0, 400) }));
    await ok(mark({ side: 'employer', mark: 'agreed', lineIds: ids.slice(100, 500) }));
    await ok(mark({ side: 'employer', mark: 'disputed', reason: '不同意', lineIds: ids.slice(380, 390) }));
    const heard = await ok<ArrearsSheetView>(
      mark({ side: 'employer', mark: 'agreed', lineIds: ids.slice(380, 390) }),
    );
    const { owedCapitals: _, agreedCapitals: __, ...sums } = heard.totals;
    assert.deepEqual(sums, addUpLines((await stored()).map(judged)));
    assert.equal(heard.totals.agreedFen, 300 * 450_000);
    await deliverTexts(clock.now(), 202);
    onDay('2026-03-21');
    await ok(as('inspector').post(`/arrears-sheets/${sheet.id}/settle`, { marks: heard.marks }, on(heard)));
    const claims = await claimsOf(as, view);
    assert.ok(claims.every(({ owedFen }) => owedFen === 12 * 450_000));
  });
});
