import assert from 'node:assert/strict';
import { CAMPAIGN, receptionsOf } from '../../../server/core/campaigns/campaign-table.ts';
import type { CampaignCase, CountedMatter } from '../../../server/core/campaigns/double-zero.ts';
import {
  cellsOf,
  counterOf,
  dayLine,
  matterDays,
  perDay,
  standingOf,
} from '../../../server/core/campaigns/double-zero.ts';
import { plainDate as day } from '../../../server/core/kit/plain-date.ts';
import { NATIONAL_CALENDAR } from '../../../server/core/law/calendar/index.ts';
import { usualWindow } from '../../../server/core/law/winter-campaign.ts';
import { LifeWalk } from '../../support/life-walk.ts';

const WINDOW = { startsOn: day('2026-11-01'), publicBy: day('2026-12-31'), othersBy: day('2027-02-06') };

describe('the double zero of a winter campaign', () => {
  const filed = (on: string, closed?: [on: string, code: CampaignCase['closureCode']]): CampaignCase => ({
    filedOn: day(on),
    ...(closed?.[1] === undefined
      ? { state: 'investigating' as const }
      : { state: 'closed' as const, closedOn: day(closed[0]), closureCode: closed[1] }),
  });
  const table: [says: string, one: CampaignCase, expected: string][] = [
    ['open when it began', filed('2026-10-31'), 'old open'],
    ['filed on the first day', filed('2026-11-01'), 'new open'],
    ['filed after the last day', filed('2027-02-07'), 'not counted'],
    ['over before it began', filed('2026-08-01', ['2026-10-31', 'PAID']), 'not counted'],
    ['paid on the first day', filed('2026-08-01', ['2026-11-01', 'PAID']), 'old cleared 2026-11-01'],
    [
      'promised and not paid',
      filed('2026-11-05', ['2026-11-20', 'AGREED_NOT_PAID']),
      'new otherwise 2026-11-20',
    ],
    [
      'paid in part',
      filed('2026-11-05', ['2026-11-20', 'PAID_PART_REST_ARBITRATION']),
      'new otherwise 2026-11-20',
    ],
    ['paid on the last day', filed('2026-11-05', ['2027-02-06', 'PAID']), 'new cleared 2027-02-06'],
    ['paid a day too late', filed('2026-11-05', ['2027-02-07', 'PAID']), 'new open'],
    ['opened again', { ...filed('2026-10-01', ['2026-11-20', 'PAID']), state: 'investigating' }, 'old open'],
  ];
  for (const [says, one, expected] of table)
    it(`counts a case that was ${says} as: ${expected}`, () => {
      const found = matterDays(one, WINDOW);
      const told =
        found === undefined
          ? 'not counted'
          : [found.hasCome ? 'new' : 'old', found.end, found.endedOn].filter(Boolean).join(' ');
      assert.equal(told, expected);
    });

  it('takes only what is on record as government or state-owned for public works', () => {
    assert.deepEqual((['GOVERNMENT', 'STATE_OWNED', 'PRIVATE', undefined] as const).map(counterOf), [
      'public',
      'public',
      'others',
      'others',
    ]);
  });

  const matter = (hasCome: boolean, on: string, rest: Partial<CountedMatter> = {}): CountedMatter => ({
    ...{ counter: 'public', department: 'housing', areaCode: '532601001', filedOn: day(on), hasCome },
    ...{ end: 'open', owedFen: 1000, seenFen: 0, ...rest },
  });
  const paid = (on: string): Partial<CountedMatter> => ({ end: 'cleared', endedOn: day(on), seenFen: 1000 });
  const matters = [
    matter(false, '2026-09-01'),
    matter(false, '2026-09-02', { seenFen: 400 }),
    matter(false, '2026-10-02', paid('2026-11-02')),
    matter(false, '2026-10-03', { end: 'otherwise', endedOn: day('2026-11-03') }),
    matter(true, '2026-11-02', paid('2026-11-03')),
    matter(true, '2026-11-03', { department: '-' }),
  ];

  it('adds up what there was, what came, what is over and what is left, in matters and in money', () => {
    assert.deepEqual(standingOf(cellsOf(matters)), {
      ...{ atStart: 4, came: 2, cleared: 2, otherwise: 1, left: 3 },
      ...{ owedFen: 6000, seenFen: 2400, leftFen: 2600 },
    });
  });

  it('goes on day by day beside the even way down to zero, and says nothing of days to come', () => {
    const points = dayLine(cellsOf(matters), {
      ...{ startsOn: day('2026-11-01'), zero: day('2026-11-05'), today: day('2026-11-03') },
    });
    assert.deepEqual(
      points.map((one) => [one.day.slice(8), one.came, one.cleared, one.otherwise, one.left, one.need]),
      [
        ['01', 0, 0, 0, 4, 4],
        ['02', 1, 1, 0, 4, 3],
        ['03', 1, 1, 1, 3, 2],
        ['04', 0, 0, 0, undefined, 1],
        ['05', 0, 0, 0, undefined, 0],
      ],
    );
  });

  it('says how many a day are needed, today included, and nothing once the day has passed', () => {
    const zero = day('2026-12-31');
    assert.equal(perDay(10, day('2026-12-29'), zero), 4);
    assert.equal(perDay(10, zero, zero), 10);
    assert.equal(perDay(10, day('2027-01-01'), zero), null);
    assert.equal(perDay(0, day('2027-01-01'), zero), 0);
  });
});

describe('a winter campaign', () => {
  it('is proposed from 1 November to the Spring Festival that comes next', () => {
    const of = (on: string) => Object.values(usualWindow(day(on), NATIONAL_CALENDAR) ?? {});
    assert.deepEqual(of('2025-11-22'), ['2025-11-01', '2025-12-31', '2026-02-15']);
    assert.deepEqual(of('2026-01-10'), ['2025-11-01', '2025-12-31', '2026-02-15']);
    assert.deepEqual(of('2026-11-22'), Object.values(WINDOW), 'lunar new year, while there is no notice');
  });

  const walk = (role: string) =>
    new LifeWalk(
      CAMPAIGN,
      {
        ...{ state: 'unopened', facts: {}, deadlines: [], today: day('2026-11-22'), area: {} },
        calendar: NATIONAL_CALENDAR,
      },
      [role],
    );
  const given = { name: '2026 年冬季行动', ...WINDOW };

  it('is opened with days in order, and ended only when Spring Festival has come', () => {
    const one = walk('decider');
    const late = { ...given, publicBy: day('2027-02-07') };
    assert.equal(one.take('open', late), 'othersBy: The three days follow each other, within one year');
    assert.equal(one.take('open', { ...given, othersBy: day('2027-11-02') }).split(':')[0], 'othersBy');
    assert.equal(one.take('open', given), 'running');
    assert.equal(one.take('end', { summary: '总结' }), 'not yet: Not before 2027-02-06');
    assert.equal(one.on('2027-02-06').take('end', { summary: '总结' }), 'ended');
    assert.equal(one.take('receive', { receivedOn: day('2027-02-06') }), 'not open');
  });

  it('is for head and leader to open; the office notes reception days, none before it began', () => {
    const office = walk('office');
    assert.equal(office.take('open', given), 'not open');
    office.now = { ...office.now, state: 'running', facts: given };
    const of = (receivedOn: string) => office.take('receive', { receivedOn: day(receivedOn), visitors: 3 });
    assert.equal(of('2026-10-31'), 'receivedOn: Not before the campaign began');
    assert.equal(of('2026-11-05'), 'running');
    assert.equal(office.take('change', given), 'not open');
  });

  it('adds its reception days up: one day with two tables is one day', () => {
    const received = (receivedOn: string, visitors: number, mattersSettled?: number) => ({
      action: 'receive',
      given: { receivedOn, visitors, ...(mattersSettled === undefined ? {} : { mattersSettled }) },
    });
    assert.deepEqual(
      receptionsOf([
        { action: 'open', given },
        received('2026-11-05', 12, 3),
        received('2026-11-05', 4),
        received('2026-11-12', 7, 1),
      ]),
      { days: 2, visitors: 23, settled: 4 },
    );
  });
});
