import assert from 'node:assert/strict';
import type { PayrollView } from '../../../server/core/contract/payroll.ts';
import type { SafeguardsView, WorksContract } from '../../../server/core/contract/safeguards.ts';
import type { TeamView } from '../../../server/core/contract/roster.ts';
import { plainDate } from '../../../server/core/kit/plain-date.ts';
import { addLocalHoliday } from '../../../server/features/calendar/change-local-holidays.ts';
import { PayrollSheets } from '../../../server/features/payroll/payroll-sheet.model.ts';
import { recountPayDays } from '../../../server/features/payroll/index.ts';
import { Events } from '../../../server/platform/audit/index.ts';
import { useStore } from '../../support/store.ts';
import type { Office } from '../roster/site.ts';
import { addTeam, COMPANY, openOffice, SITE } from '../roster/site.ts';
import type { Hand } from './filing-site.ts';
import { fileTyped, hire, typed } from './filing-site.ts';

const CONTRACT = {
  ...{ signedOn: '2026-02-01', amountFen: 6_000_000_000, plannedFrom: '2026-03-01' },
  ...{ plannedUntil: '2027-12-31', labourCostBasisPoints: 2000, labourCostCycleMonths: 1 },
  ...{ labourCostDay: 10, payDayIn: 'next' },
};

describe('the pay day of a sheet that is filed and not paid', function () {
  this.timeout(60_000);
  useStore({ emptyBefore: 'all' });
  let office: Office;
  let team: TeamView;
  let hand: Hand;

  before(async () => {
    office = await openOffice();
    team = await addTeam(office.sub, SITE, COMPANY.labour, '钢筋班');
    hand = await hire(office.sub, team, 20);
  });

  const path = `/api/projects/${SITE}/safeguards`;
  async function agree(payDay: WorksContract['payDay']): Promise<void> {
    const { version } = (await office.general.get(path).expect(200)).body as SafeguardsView;
    const put = office.general.put(`${path}/contract`).set('if-match', `"v${version}"`);
    await put.send({ ...CONTRACT, payDay }).expect(200);
  }
  const read = async (id: string) =>
    (await office.general.get(`/api/payroll/sheets/${id}`).expect(200)).body as PayrollView;

  it('follows the contract and the calendar, each time with the day before on record; a paid one keeps its day', async () => {
    await agree(25);
    const { id } = (await fileTyped(office.sub, team, [typed(hand, 20)]).expect(201)).body as PayrollView;
    const paid = (await fileTyped(office.sub, team, [typed(hand, 0)], '2026-09').expect(201))
      .body as PayrollView;
    await PayrollSheets.updateOne({ _id: paid.id }, { $set: { state: 'paid' } });
    assert.deepEqual([(await read(id)).payOn, (await read(paid.id)).payOn], ['2026-11-25', '2026-10-23']);

    await agree(30);
    const moved = await read(id);
    assert.equal(moved.payOn, '2026-11-30', 'in the same moment as the contract');
    const { action, by, facts } = moved.history.at(-1) ?? {};
    assert.deepEqual(
      [action, by, facts],
      ['recount', { kind: 'system' }, { payOnFrom: '2026-11-25', payOn: '2026-11-30' }],
    );
    assert.equal((await read(paid.id)).payOn, '2026-10-23');
    await agree(30);
    assert.equal((await read(id)).history.length, moved.history.length, 'the same day again is no change');

    const holiday = { areaCode: '5326', day: plainDate('2026-11-30'), name: '州庆', source: '州政府通知' };
    await addLocalHoliday(holiday, office.system);
    const recount = () => recountPayDays(office.system, new AbortController().signal);
    assert.deepEqual(await recount(), { moved: 1, finished: true });
    assert.equal((await read(id)).payOn, '2026-11-27', 'the Friday before: never later');
    assert.deepEqual(await recount(), { moved: 0, finished: true });
    const events = await Events.find({ subject: `payroll:${id}`, action: 'payroll.recount' }).lean();
    assert.deepEqual(
      events.map(({ facts }) => facts),
      [
        { cite: 'REG-14-2', payOnFrom: '2026-11-25', payOn: '2026-11-30' },
        { cite: 'REG-14-2', payOnFrom: '2026-11-30', payOn: '2026-11-27' },
      ],
    );
  });
});
