import assert from 'node:assert/strict';
import type { BondRequirement } from '../../../server/core/contract/safeguards.ts';
import type { CHECKLIST_ITEMS } from '../../../server/core/contract/safeguards.ts';
import { fen } from '../../../server/core/kit/money.ts';
import { plainDate as day } from '../../../server/core/kit/plain-date.ts';
import { NATIONAL_CALENDAR as calendar } from '../../../server/core/law/calendar/index.ts';
import { accountNameOf, isAccountName } from '../../../server/core/pay/account-name.ts';
import type { BondFacts, BondRules } from '../../../server/core/pay/bond-requirement.ts';
import { bondDeadline, bondRequirement, cleanSince } from '../../../server/core/pay/bond-requirement.ts';
import { checklist } from '../../../server/core/pay/checklist.ts';
import type { ChecklistFacts } from '../../../server/core/pay/checklist-facts.ts';

const yuan = (amount: number): ReturnType<typeof fen> => fen(amount * 100);

describe('the name of a wage account', () => {
  const contractors = ['文山甲建筑有限公司', '乙建设（集团）有限公司'];
  const project = '丙小区一期(A区)';
  const cases: [given: string, right: boolean, why: string][] = [
    ['文山甲建筑有限公司丙小区一期(A区)农民工工资专用账户', true, 'contractor, project, purpose'],
    ['文山甲建筑有限公司丙小区一期（A区）农民工工资专用账户', true, 'wide brackets'],
    ['乙建设(集团)有限公司 丙小区一期(A区) 农民工工资专用账户', true, 'the second contractor, blanks'],
    ['文山甲建筑有限公司农民工工资专用账户', false, 'no project'],
    ['文山甲建筑有限公司丙小区一期(A区)', false, 'no purpose'],
    ['丙小区一期(A区)文山甲建筑有限公司农民工工资专用账户', false, 'the wrong order'],
    ['文山甲建筑有限公司丙小区二期(A区)农民工工资专用账户', false, 'another project'],
    ['文山甲建筑有限公司丙小区一期(A区)农民工工资专用账户2', false, 'something after it'],
  ];
  for (const [given, right, why] of cases)
    it(`${right ? 'is right' : 'is refused'} with ${why}`, () =>
      assert.equal(isAccountName(given, contractors, project), right));

  it('cannot be right while no general contractor is on record', () => {
    assert.equal(isAccountName(accountNameOf('', project), [], project), false);
  });
});

describe('the wage bond a project needs', () => {
  const facts: BondFacts = {
    contractFen: yuan(50_000_000),
    signedOn: day('2026-01-05'),
    otherProjects: 0,
    arrearsBefore: 0,
  };
  /** Made-up rates, listed in no order: the table's order must not matter. */
  const rules: BondRules = {
    tiers: [
      { basisPoints: 100, capFen: yuan(3_000_000) },
      { belowFen: yuan(100_000_000), basisPoints: 200 },
      { belowFen: yuan(10_000_000), basisPoints: 300 },
    ],
    exemptBelowFen: yuan(3_000_000),
    multiProjectFloor: 50,
  };
  const amountOf = (found: BondRequirement): number | string =>
    found.state === 'required' ? found.amountFen : found.state;
  const rows: [contract: number, expected: number | string, why: string][] = [
    [2_999_999, 'exempt', 'just below the exempt amount'],
    [3_000_000, yuan(90_000), 'at the exempt amount, first tier'],
    [9_999_999.99, yuan(300_000), 'a part of a fen is rounded up'],
    [10_000_000, yuan(200_000), 'at the end of a tier the next one counts'],
    [500_000_000, yuan(3_000_000), 'never above the cap'],
  ];
  for (const [contract, expected, why] of rows)
    it(`is ${expected} for ${contract} yuan: ${why}`, () => {
      const contractFen = fen(Math.round(contract * 100));
      assert.equal(amountOf(bondRequirement({ ...facts, contractFen }, rules, calendar)), expected);
    });

  it('is not exempt for a contractor with arrears in the year before, nor where the area has set no amount', () => {
    const small = { ...facts, contractFen: yuan(1_000_000) };
    assert.equal(amountOf(bondRequirement({ ...small, arrearsBefore: 1 }, rules, calendar)), yuan(30_000));
    const { exemptBelowFen: _none, ...without } = rules;
    assert.equal(amountOf(bondRequirement(small, without, calendar)), yuan(30_000));
    assert.equal(cleanSince(day('2024-02-29')), day('2023-02-28'));
  });

  it('is “not set” where the area has no table, and unknown without a contract: never a number', () => {
    assert.deepEqual(bondRequirement(facts, {}, calendar), { state: 'notSet' });
    assert.deepEqual(bondRequirement(facts, { tiers: [] }, calendar), { state: 'notSet' });
    assert.deepEqual(bondRequirement(undefined, rules, calendar), { state: 'noContract' });
  });

  it('names the floor where the contractor has several projects, and leaves the decision to the office', () => {
    const several = bondRequirement({ ...facts, otherProjects: 2 }, rules, calendar);
    assert.ok(several.state === 'required');
    assert.deepEqual([several.amountFen, several.floorFen], [yuan(1_000_000), yuan(250_000)]);
    const alone = bondRequirement(facts, rules, calendar);
    assert.ok(alone.state === 'required' && !('floorFen' in alone));
  });

  const dues: [permit: string | undefined, signed: string, due: string, why: string][] = [
    // 11–14 Feb (Saturday 14 is worked), 24–28 Feb (Saturday 28 is worked), 2–6 and 9–13 March: 4+5+5+5; then 16 March.
    ['2026-02-10', '2026-01-05', '2026-03-16', 'after the permit, over Spring Festival'],
    // Sunday 4 January is worked for New Year’s; then 5–9, 12–16, 19–23 and 26–29 January: 1+5+5+5+4.
    [undefined, '2025-12-31', '2026-01-29', 'after the contract, over the turn of the year'],
  ];
  for (const [permit, signed, due, why] of dues)
    it(`is due on ${due}: 20 working days ${why}`, () => {
      const starts = {
        signedOn: day(signed),
        ...(permit === undefined ? {} : { permitIssuedOn: day(permit) }),
      };
      assert.equal(bondDeadline(starts, calendar).dueOn, due);
    });
});

describe('the inspection checklist', () => {
  const contract = {
    signedOn: day('2026-01-16'),
    amountFen: yuan(20_000_000),
    plannedFrom: day('2026-02-01'),
    plannedUntil: day('2027-01-31'),
  };
  const bondRequired: BondRequirement = {
    state: 'required',
    amountFen: yuan(400_000),
    basisPoints: 200,
    dueOn: day('2026-02-14'),
  };
  const nothing: ChecklistFacts = {
    bondRequired: { state: 'noContract' },
    boardMissing: [],
    boardPhotoDays: [],
  };
  const itemsOf = (facts: ChecklistFacts, today: string) => checklist(facts, day(today), calendar);
  const one = (id: (typeof CHECKLIST_ITEMS)[number], facts: ChecklistFacts, today: string) => {
    const found = itemsOf(facts, today).find((item) => item.id === id);
    assert.ok(found !== undefined);
    return found;
  };

  it('has the seven items of the article in their order, each with a citation in both languages', () => {
    const items = itemsOf(nothing, '2026-03-01');
    assert.deepEqual(
      items.map(({ id }) => id),
      ['labourContract', 'wagePayment', 'realName', 'wageAccount', 'gcDirectPay', 'wageBond', 'rightsBoard'],
    );
    for (const { citation } of items) assert.match(citation?.zh ?? '', /第.+条/u);
    assert.match(items[5]?.citation?.zh ?? '', /第三十二条/u);
  });

  it('calls nothing done without facts, and an empty site proves nothing', () => {
    const states = itemsOf(
      { ...nothing, coverage: { present: 0, withContract: 0, withRealName: 0 } },
      '2026-03-01',
    ).map(({ state }) => state);
    assert.deepEqual(states, ['unknown', 'unknown', 'unknown', 'unknown', 'unknown', 'unknown', 'missing']);
  });

  it('counts people with a contract and with a real-name record apart', () => {
    const coverage = { present: 12, withContract: 11, withRealName: 12 };
    assert.equal(one('labourContract', { ...nothing, coverage }, '2026-03-01').state, 'missing');
    assert.equal(one('realName', { ...nothing, coverage }, '2026-03-01').state, 'done');
  });

  const accounts: [today: string, account: ChecklistFacts['account'], state: string, due: string][] = [
    // 30 days after 16 January are 15 February, a day of Spring Festival (15–23): the first day worked is the 24th.
    ['2026-02-24', undefined, 'missing', '2026-02-24'],
    ['2026-02-25', undefined, 'overdue', '2026-02-24'],
    // 30 days after 1 September are 1 October; the holiday ends on the 7th.
    ['2026-10-08', { openedOn: day('2026-09-01') }, 'missing', '2026-10-08'],
    ['2026-10-09', { openedOn: day('2026-09-01') }, 'overdue', '2026-10-08'],
  ];
  for (const [today, account, state, due] of accounts)
    it(`${account === undefined ? 'account' : 'filing'} is ${state} on ${today}, due ${due}`, () => {
      const facts = { ...nothing, contract, ...(account === undefined ? {} : { account }) };
      const item = one('wageAccount', facts, today);
      assert.deepEqual([item.state, item.dueOn], [state, due]);
      assert.ok((item.deadline?.counted ?? 0) > 0);
    });

  it('wants the three-party agreement, and says when an account came late', () => {
    const opened = { openedOn: day('2026-03-02'), filedOn: day('2026-03-10') };
    const facts = { ...nothing, contract };
    assert.equal(one('wageAccount', { ...facts, account: opened }, '2026-03-11').state, 'missing');
    const account = { ...opened, tripartiteSignedOn: day('2026-03-05') };
    const item = one('wageAccount', { ...facts, account }, '2026-03-11');
    assert.equal(item.state, 'done');
    assert.match(item.zh, /晚于期限 2026-02-24/u);
    assert.equal(item.deadline?.metOn, '2026-03-10');
  });

  it('lets small or short works off only where the area has set a threshold', () => {
    const facts = { ...nothing, contract };
    assert.equal(
      one('wageAccount', { ...facts, accountFromFen: yuan(20_000_000) }, '2026-02-01').state,
      'missing',
    );
    assert.equal(
      one('wageAccount', { ...facts, accountFromFen: yuan(20_000_001) }, '2026-02-01').state,
      'notRequired',
    );
    assert.equal(one('wageAccount', { ...facts, accountFromMonths: 12 }, '2026-02-01').state, 'notRequired');
    assert.equal(one('wageAccount', { ...facts, accountFromMonths: 11 }, '2026-02-01').state, 'missing');
  });

  const bonds: [bond: number | undefined, state: string, why: string][] = [
    [undefined, 'overdue', 'nothing stored'],
    [399_999, 'overdue', 'a yuan too little'],
    [400_000, 'done', 'all of it'],
  ];
  for (const [amount, state, why] of bonds)
    it(`calls the bond ${state} after its day with ${why}`, () => {
      const bond =
        amount === undefined ? {} : { bond: { amountFen: yuan(amount), storedOn: day('2026-02-10') } };
      const item = one('wageBond', { ...nothing, contract, bondRequired, ...bond }, '2026-03-20');
      assert.equal(item.state, state);
    });

  it('leaves a bond between floor and tier, or without rates, unknown, and a guarantee that ran out overdue', () => {
    const bond = { amountFen: yuan(200_000), storedOn: day('2026-02-10') };
    const floored: BondRequirement = { ...bondRequired, floorFen: yuan(100_000) };
    const facts = { ...nothing, contract, bond };
    assert.equal(one('wageBond', { ...facts, bondRequired: floored }, '2026-03-20').state, 'unknown');
    assert.equal(
      one('wageBond', { ...facts, bondRequired: { state: 'notSet' } }, '2026-03-20').state,
      'unknown',
    );
    const guarantee = {
      amountFen: yuan(400_000),
      storedOn: day('2026-02-10'),
      validUntil: day('2026-12-31'),
    };
    const runs = { ...facts, bond: guarantee, bondRequired };
    assert.equal(one('wageBond', runs, '2026-12-31').state, 'done');
    const over = one('wageBond', runs, '2027-01-01');
    assert.deepEqual([over.state, over.dueOn], ['overdue', '2026-12-31']);
    const exempt: BondRequirement = { state: 'exempt', zh: '免', en: 'exempt' };
    assert.equal(one('wageBond', { ...facts, bondRequired: exempt }, '2027-01-01').state, 'notRequired');
  });

  it('calls what was closed or given back after the works done, and missing while they go on', () => {
    const account = { openedOn: day('2026-03-02'), filedOn: day('2026-03-10'), closedOn: day('2026-11-02') };
    const bond = { amountFen: yuan(400_000), storedOn: day('2026-02-10'), returnedOn: day('2026-11-03') };
    const facts = { ...nothing, contract, bondRequired, account, bond };
    for (const [id, on] of [
      ['wageAccount', '2026-11-02 销户'],
      ['wageBond', '2026-11-03 返还'],
    ] as const) {
      const finished = one(id, { ...facts, isFinished: true }, '2026-12-01');
      assert.deepEqual([finished.state, finished.zh], ['done', `已于 ${on}`]);
      assert.equal(one(id, facts, '2026-12-01').state, 'missing');
    }
  });

  const boards: [today: string, photos: string[], missing: number, state: string][] = [
    ['2026-01-31', ['2025-12-01'], 0, 'done'],
    ['2026-02-01', ['2025-12-31'], 0, 'missing'],
    ['2026-02-01', ['2026-01-02', '2025-11-02'], 0, 'done'],
    ['2026-02-01', [], 0, 'missing'],
    ['2026-02-01', ['2026-02-01'], 1, 'missing'],
  ];
  for (const [today, photos, lacks, state] of boards)
    it(`calls the board ${state} on ${today} with photos ${photos.join(', ') || 'none'} and ${lacks} field(s) missing`, () => {
      const boardMissing = Array.from({ length: lacks }, () => ({ zh: '项目部', en: 'project department' }));
      const facts = { ...nothing, boardMissing, boardPhotoDays: photos.map(day) };
      const item = one('rightsBoard', facts, today);
      assert.equal(item.state, state);
      if (lacks > 0) assert.match(item.zh, /项目部/u);
    });
});
