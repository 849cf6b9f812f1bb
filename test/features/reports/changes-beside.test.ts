import assert from 'node:assert/strict';
import { areaRows } from '../../../seeds/reference/seed-areas.ts';
import { plainDate } from '../../../server/core/kit/plain-date.ts';
import { importAreas } from '../../../server/features/areas/index.ts';
import { Complaints } from '../../../server/features/complaints/index.ts';
import {
  getPeriodReport,
  rollUpReport,
  standingSum,
  tallyArea,
} from '../../../server/features/reports/index.ts';
import { systemCtx } from '../../../server/platform/context.ts';
import { inTransaction } from '../../../server/platform/db.ts';
import { useStore } from '../../support/store.ts';

const TODAY = plainDate('2026-11-21');
const ctx = systemCtx('test', { now: new Date('2026-11-21T02:00:00Z'), today: TODAY });
const PERIOD = { from: plainDate('2026-11-01'), to: TODAY, areaCode: '532601' };
/** More than are added to the kept figures one by one. */
const MANY = 60;

describe('a report of records that were not counted yet', () => {
  useStore({ emptyBefore: 'all' });
  let filed = 0;

  /** Files complaints as far as the figures go; their other fields do not matter here. */
  const file = async (count: number): Promise<void> => {
    const docs = Array.from({ length: count }, () => ({
      ...{ receiptNumber: `r${(filed += 1)}`, officeCode: '532601', areaCode: '532601001' },
      ...({ channel: 'WALK_IN', state: 'received' } as const),
      ...{ open: true, receivedOn: TODAY, nextDueOn: TODAY },
    }));
    await Complaints.create(docs, { validateBeforeSave: false, ordered: true });
  };
  const received = async (): Promise<number> => (await getPeriodReport(PERIOD, ctx)).complaintsReceived;
  const standing = async (): Promise<number> => {
    const places = [...(await tallyArea('5326', [])).standing.values()];
    return places.reduce((sum, counts) => sum + (counts[standingSum('complaint', 'open')] ?? 0), 0);
  };
  const uncounted = (): Promise<number> => Complaints.countDocuments({ uncounted: true });

  before(() => importAreas('5326', areaRows(), ctx));

  it('adds a few to what is kept, and the first who asks after many has them counted', async () => {
    await file(MANY);
    assert.equal(await received(), MANY);
    assert.equal(await uncounted(), 0);
    await file(2);
    assert.equal(await received(), MANY + 2);
    assert.equal(await standing(), MANY + 2);
    assert.equal(await uncounted(), 2);
    assert.equal(await received(), MANY + 2);
  });

  it('sees what its own transaction wrote, and forgets it when that is undone', async () => {
    const before = await received();
    const undone = inTransaction(async () => {
      await file(1);
      assert.equal(await received(), before + 1);
      throw new Error('taken back');
    });
    await assert.rejects(undone, /taken back/u);
    assert.equal(await received(), before);
    assert.equal(await standing(), before);
  });

  it('holds what was there before it was asked, whoever asks, files and counts meanwhile', async () => {
    let kept = await received();
    let goingOn = true;
    const filing = (async () => {
      for (let round = 0; round < 8; round += 1) {
        await file(1 + ((round * 11) % 30));
        kept = filed - 1; // one was taken back
      }
      goingOn = false;
    })();
    const counting = (async () => {
      while (goingOn) await rollUpReport();
    })();
    const asking = Array.from({ length: 4 }, async () => {
      let asked = 0;
      for (; goingOn || asked === 0; asked += 1) {
        const before = kept;
        const [told, open] = await Promise.all([received(), standing()]);
        for (const figure of [told, open]) {
          assert.ok(figure >= before, `${figure} told of ${before}`);
          assert.ok(figure <= filed, `${figure} told of ${filed} at most`);
        }
      }
      return asked;
    });
    const asked = await Promise.all(asking);
    await Promise.all([filing, counting]);
    assert.ok(asked.every((times) => times > 0));
    assert.equal(await received(), kept);
  });
});
