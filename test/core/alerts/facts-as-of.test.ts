import assert from 'node:assert/strict';
import { factsAsOf } from '../../../server/core/alerts/facts-as-of.ts';
import type { ProjectFacts, SheetFacts } from '../../../server/core/alerts/facts.ts';
import { fen } from '../../../server/core/kit/money.ts';
import { plainDate } from '../../../server/core/kit/plain-date.ts';
import { CONTRACT, month, projectFacts, sheet, team } from './project-facts.ts';

const day = plainDate;
const at = (facts: Partial<ProjectFacts>, on: string): ProjectFacts =>
  factsAsOf(projectFacts(facts), day(on));
const sheetAt = (over: Partial<SheetFacts>, on: string): SheetFacts | undefined =>
  at({ months: [month('2026-09', [team({ sheet: sheet(over) })])] }, on).months[0]?.teams[0]?.sheet;

describe('the facts of a project as of an earlier day', () => {
  it('are the same facts once everything on record had happened', () => {
    const facts = projectFacts({
      account: { openedOn: day('2025-07-01'), filedOn: day('2025-07-10'), openBy: day('2025-07-31') },
      bond: { storedOn: day('2025-07-01'), amountFen: fen(5), required: 'required' },
      board: { photoDays: [day('2026-10-01')], missingFields: 1 },
      months: [
        month('2026-09', [team({ attendedPeople: 3, sheet: sheet({ creditedOn: day('2026-10-14') }) })], {
          creditedInMonthFen: fen(0),
        }),
        month('2026-10', [team()], { creditedInMonthFen: fen(5_000_000) }),
      ],
      money: { balanceFen: fen(7), refusedOutflows: [{ id: 'r', on: day('2026-10-02'), amountFen: fen(1) }] },
      complaints: [{ id: 'c', receivedOn: day('2026-10-10'), people: 1, owedFen: fen(9), isOpen: true }],
    });
    assert.deepEqual(factsAsOf(facts, day('2026-10-31')), facts);
  });

  it('know no contract, account, photograph, refusal or complaint of later days, and those of the day itself', () => {
    const facts: Partial<ProjectFacts> = {
      contract: { ...CONTRACT, signedOn: day('2026-10-10') },
      account: { openedOn: day('2026-10-10'), filedOn: day('2026-10-12'), isRequired: true },
      board: { photoDays: [day('2026-10-09'), day('2026-10-10')], missingFields: 2 },
      complaints: [{ id: 'c', receivedOn: day('2026-10-10'), people: 1, owedFen: fen(9), isOpen: true }],
    };
    const [before, on] = [at(facts, '2026-10-09'), at(facts, '2026-10-10')];
    assert.equal(before.contract, undefined);
    assert.deepEqual(before.account, { isRequired: true });
    assert.deepEqual(before.board, { photoDays: ['2026-10-09'], missingFields: 2 });
    assert.deepEqual(before.complaints, []);
    assert.equal(on.contract?.signedOn, '2026-10-10');
    assert.deepEqual(on.account, { openedOn: '2026-10-10', isRequired: true });
    assert.deepEqual([on.board?.photoDays.length, on.complaints.length], [2, 1]);
    const refusedOutflows = [{ id: 'r', on: day('2026-10-10'), amountFen: fen(1) }];
    const refused = (of: string) =>
      at({ money: { balanceFen: fen(3), refusedOutflows } }, of).money?.refusedOutflows.length;
    assert.deepEqual([refused('2026-10-09'), refused('2026-10-10')], [0, 1]);
  });

  it('know a bond stored later as required and not stored, with nothing of its amount', () => {
    const bond = {
      ...{ storedOn: day('2026-10-10'), amountFen: fen(8), validUntil: day('2027-10-10'), isGuarantee: true },
      ...{ required: 'required' as const, requiredFen: fen(10), storeBy: day('2026-10-01') },
    };
    assert.deepEqual(at({ bond }, '2026-10-09').bond, {
      ...{ required: 'required', requiredFen: 10, storeBy: '2026-10-01' },
    });
    assert.deepEqual(at({ bond }, '2026-10-10').bond, bond);
  });

  it('know of nobody on site before anybody came, and of no balance before there was an account', () => {
    const site = {
      present: 2,
      withContract: 0,
      withRealName: 2,
      sharingCards: 0,
      sharingPhones: 0,
      onTwoSites: 0,
    };
    const facts: Partial<ProjectFacts> = {
      site: { ...site, records: {} },
      account: { openedOn: day('2026-10-10') },
      money: { balanceFen: fen(3), refusedOutflows: [] },
      months: [month('2026-09', [team({ isOnSite: false, attendedPeople: 1 })]), month('2026-10', [team()])],
    };
    const [before, on] = [at(facts, '2026-09-30'), at(facts, '2026-10-10')];
    assert.deepEqual([before.site, before.money], [undefined, undefined]);
    assert.deepEqual([on.site?.present, on.money?.balanceFen], [2, 3]);
  });

  it('end with the month of the day', () => {
    const months = ['2026-08', '2026-09', '2026-10'].map((of) => month(of, [team()]));
    assert.deepEqual(
      at({ months }, '2026-09-01').months.map((one) => one.month),
      ['2026-08', '2026-09'],
    );
    assert.equal(at({ months }, '2026-08-31').months.length, 1);
  });

  const SHEETS: [
    title: string,
    over: Partial<SheetFacts>,
    on: string,
    expected: Partial<Record<keyof SheetFacts, unknown>> | null,
  ][] = [
    ['have no payroll before the day it was filed', { filedOn: day('2026-10-05') }, '2026-10-04', null],
    ['have it from that day on', { filedOn: day('2026-10-05') }, '2026-10-05', { people: 10 }],
    [
      'show nothing credited before the day of its last credit, and everybody short',
      { creditedOn: day('2026-10-14') },
      '2026-10-13',
      { creditedFen: fen(0), credited: 0, sentFen: fen(0), shortFen: fen(5_000_000) },
    ],
    [
      'show the credits from that day on',
      { creditedOn: day('2026-10-14') },
      '2026-10-14',
      { creditedFen: fen(5_000_000), credited: 10, shortFen: fen(0) },
    ],
    [
      'count a later denial among those who had not answered',
      {
        deniedOn: day('2026-10-20'),
        answers: { right: 2, less: 1, nothing: 3, notMe: 1, unanswered: 3 },
      },
      '2026-10-19',
      { answers: { right: 2, less: 0, nothing: 0, notMe: 0, unanswered: 8 } },
    ],
    ['know no later approval', { approvedOn: day('2026-10-07') }, '2026-10-06', { people: 10 }],
  ];
  for (const [title, over, on, expected] of SHEETS)
    it(title, () => {
      const found = sheetAt(over, on);
      if (expected === null) assert.equal(found, undefined);
      for (const [key, value] of Object.entries(expected ?? {}))
        assert.deepEqual(found?.[key as keyof SheetFacts], value, key); // the table's own keys
      for (const dated of [found?.creditedOn, found?.deniedOn, found?.approvedOn])
        assert.ok(dated === undefined || dated <= on, 'nothing is dated after the day');
    });

  it('know of the running month’s credits those that had come, and say nothing before the first ever', () => {
    const credited = (before: number | undefined): ProjectFacts['months'] => [
      month(
        '2026-09',
        [
          team({ sheet: sheet({ creditedOn: day('2026-10-14') }) }),
          team({
            teamId: 't2',
            sheet: sheet({ id: 's2', creditedOn: day('2026-10-20'), creditedFen: fen(7) }),
          }),
        ],
        before === undefined ? {} : { creditedInMonthFen: fen(before) },
      ),
      month('2026-10', [team()], { creditedInMonthFen: fen(5_000_007) }),
    ];
    const inOctober = (before: number | undefined, on: string): number | undefined =>
      at({ months: credited(before) }, on).months[1]?.creditedInMonthFen;
    assert.equal(inOctober(undefined, '2026-10-13'), undefined);
    assert.equal(inOctober(0, '2026-10-13'), 0);
    assert.equal(inOctober(0, '2026-10-14'), 5_000_000);
    assert.equal(inOctober(0, '2026-10-20'), 5_000_007);
  });

  it('take a month’s labour cost as not received before the day it came', () => {
    const labourCost = {
      ...{ dueOn: day('2026-09-10'), dueFen: fen(9), receivedFen: fen(8), receivedOn: day('2026-09-20') },
    };
    const of = (on: string) =>
      at({ months: [month('2026-09', [], { labourCost })] }, on).months[0]?.labourCost;
    assert.deepEqual(of('2026-09-19'), { dueOn: '2026-09-10', dueFen: 9, receivedFen: 0 });
    assert.deepEqual(of('2026-09-20'), labourCost);
  });

  it('change nothing of what they were made from', () => {
    const facts = projectFacts({ months: [month('2026-09', [team({ sheet: sheet() })])] });
    const before = JSON.stringify(facts);
    factsAsOf(facts, day('2026-09-01'));
    assert.equal(JSON.stringify(facts), before);
  });
});
