import assert from 'node:assert/strict';
import { decide, finalStates } from '../../../server/core/kit/flow.ts';
import { plainDate } from '../../../server/core/kit/plain-date.ts';
import { NATIONAL_CALENDAR as calendar } from '../../../server/core/law/calendar/index.ts';
import type { Facts } from '../../../server/core/lives/life-table.ts';
import { ACCOUNT_CLOSURE } from '../../../server/core/releases/account-closure.ts';
import { BOND_RETURN } from '../../../server/core/releases/bond-return.ts';
import { fen } from '../../../server/core/kit/money.ts';
import type { ReleaseBlocker } from '../../../server/core/releases/release-blockers.ts';
import { blockedWords, blockersForContractor } from '../../../server/core/releases/release-blockers.ts';
import type { ReleaseSituation } from '../../../server/core/releases/release-steps.ts';
import { LifeWalk } from '../../support/life-walk.ts';

const PLEDGE: Facts = {
  ...{ pledgedBy: '王法人', pledgedOn: '2026-11-20', postedOn: '2026-11-20' },
  ...{ noArrears: true, fileIds: ['f'] },
};
const situation = (over: Partial<ReleaseSituation> = {}): ReleaseSituation => ({
  ...{ state: 'unopened', facts: {}, deadlines: [], today: plainDate('2026-11-20'), calendar, area: {} },
  ...{ blockers: [], objections: [], worksFinished: true, isPublic: false, isGuarantee: false },
  ...over,
});
const ALL = ['contractor', 'clerk', 'inspector', 'bureauHead', 'bank'];
const unpaid: ReleaseBlocker = { kind: 'unpaidWages', count: 2, fen: fen(1_160_000), records: [] };

describe('the return of a wage bond', () => {
  const walk = (over: Partial<ReleaseSituation> = {}) => new LifeWalk(BOND_RETURN, situation(over), ALL);

  it('waits until the notice stands on the website, too, and 30 days from then', () => {
    const bond = walk();
    assert.equal(bond.take('open', PLEDGE), 'declared');
    assert.deepEqual(bond.running, {});
    // 30 days from Wednesday 25 November end on Friday 25 December, a working day.
    assert.equal(bond.on('2026-11-25').take('publish'), 'noticed');
    assert.deepEqual(bond.running, { bondNotice: '2026-12-25' });
    assert.match(bond.on('2026-12-25').take('apply'), /^not yet: The notice runs to 2026-12-25/);
    assert.equal(bond.on('2026-12-26').take('apply'), 'inReview');
  });

  it('is reviewed within 5 working days and confirmed within 3 more', () => {
    const bond = walk();
    bond.take('open', PLEDGE);
    bond.take('publish');
    // 20 December is a Sunday: the notice runs to the Monday.
    assert.deepEqual(bond.running, { bondNotice: '2026-12-21' });
    bond.on('2026-12-22').take('apply');
    assert.equal(bond.running['bondReview'], '2026-12-29');
    assert.equal(bond.on('2026-12-28').take('pass'), 'passed');
    assert.equal(bond.running['bondReview'], undefined);
    assert.equal(bond.running['bondReturn'], '2026-12-31');
    assert.equal(bond.on('2026-12-30').take('confirm'), 'confirmed');
    assert.equal(bond.running['bondReturn'], undefined);
    assert.match(bond.take('carryOut', { carriedOutOn: '2026-12-30' }), /^amountFen: How much/);
    assert.equal(bond.take('carryOut', { carriedOutOn: '2026-12-30', amountFen: 5_000 }), 'done');
  });

  it('is refused where something is owed, and asked for again without another notice', () => {
    const bond = walk();
    bond.take('open', PLEDGE);
    bond.take('publish');
    bond.on('2026-12-22').take('apply');
    assert.equal(bond.take('refuse', { grounds: '三人工资未付' }), 'refused');
    assert.equal(bond.running['bondReview'], undefined);
    assert.equal(
      bond.take('object', { objectionKind: 'ARREARS' }),
      'refused',
      'the office goes on listening',
    );
    assert.equal(bond.on('2027-01-11').take('apply'), 'inReview');
    assert.equal(bond.running['bondReview'], '2027-01-18');
    assert.equal(bond.take('withdraw'), 'withdrawn');
    assert.equal(bond.running['bondReview'], undefined);
  });

  it('begins with finished works, a signed pledge and its papers, and something to return', () => {
    assert.match(walk({ worksFinished: false }).take('open', PLEDGE), /^not yet: The works/);
    const none = { zh: '没有登记工资保证金', en: 'No wage bond is on record' };
    assert.match(walk({ missing: none }).take('open', PLEDGE), /^not yet: No wage bond/);
    assert.match(walk().take('open', { ...PLEDGE, noArrears: false }), /^noArrears/);
    assert.match(walk().take('open', { ...PLEDGE, fileIds: [] }), /^fileIds/);
  });

  it('of a guarantee is a paper that goes back, with no sum to name', () => {
    const guarantee = walk({ isGuarantee: true, state: 'confirmed' });
    assert.equal(guarantee.take('carryOut', { carriedOutOn: '2026-11-20' }), 'done');
  });

  it('passes neither review nor confirmation while something stands in the way', () => {
    for (const [state, action] of [
      ['inReview', 'pass'],
      ['passed', 'confirm'],
    ] as const)
      assert.match(walk({ state, blockers: [unpaid] }).take(action), /2 payrolls are not credited in full/);
    const other = { zh: '已换成另一笔保证金', en: 'There is another bond by now' };
    for (const [state, action] of [
      ['inReview', 'pass'],
      ['passed', 'confirm'],
      ['confirmed', 'carryOut'],
    ] as const)
      assert.equal(walk({ state, missing: other }).take(action), 'not yet: There is another bond by now');
  });
});

describe('the closing of a wage account', () => {
  const walk = (over: Partial<ReleaseSituation> = {}) => new LifeWalk(ACCOUNT_CLOSURE, situation(over), ALL);
  const finished = { ...PLEDGE, closureReason: 'WORKS_FINISHED' };

  it('counts its notice from the board, and no rule gives the office a last day', () => {
    const account = walk({ balanceFen: fen(12_345) });
    assert.equal(account.take('open', finished), 'noticed');
    assert.deepEqual(account.running, { accountNotice: '2026-12-21' });
    assert.match(account.on('2026-12-21').take('apply'), /^not yet/);
    assert.equal(account.on('2026-12-22').take('apply'), 'inReview');
    assert.deepEqual(Object.keys(account.running), ['accountNotice']);
    account.take('pass');
    account.take('confirm');
    const closed = { carriedOutOn: '2026-12-22' };
    assert.match(
      account.take('carryOut', { ...closed, amountFen: 12_344 }),
      /^amountFen: The ledger holds 123.45/,
    );
    assert.equal(account.take('carryOut', { ...closed, amountFen: 12_345 }), 'done');
  });

  it('is for finished works, or for one that gives way to another account', () => {
    const going = () => walk({ worksFinished: false });
    assert.match(going().take('open', finished), /^closureReason/);
    assert.equal(going().take('open', { ...PLEDGE, closureReason: 'BANK_CHANGED' }), 'noticed');
  });
});

describe('who does what to a release', () => {
  const open = (role: string, state: string) =>
    Object.keys(BOND_RETURN.flow[state] ?? {}).filter(
      (action) => decide(BOND_RETURN.flow, { state }, action, { roles: [role] }, plainDate('2026-12-22')).ok,
    );

  it('the contractor asks, the office looks, the head confirms, the bank carries out', () => {
    assert.deepEqual(open('contractor', 'noticed'), ['apply', 'withdraw']);
    assert.deepEqual(open('contractor', 'inReview'), ['withdraw']);
    assert.deepEqual(open('contractor', 'confirmed'), []);
    assert.deepEqual(open('inspector', 'inReview'), [
      ...['pass', 'refuse', 'object', 'answerObjection', 'answerUnpaidCase'],
    ]);
    assert.equal(open('inspector', 'passed').includes('confirm'), false);
    assert.equal(open('bureauHead', 'passed').includes('confirm'), true);
    assert.deepEqual(open('bank', 'confirmed'), ['carryOut']);
    assert.deepEqual(open('bureauHead', 'confirmed'), ['carryOut', 'revoke']);
    assert.equal(open('inspector', 'confirmed').includes('revoke'), false);
    assert.deepEqual(open('bank', 'passed'), []);
    assert.deepEqual(finalStates(BOND_RETURN.flow), ['withdrawn', 'done']);
  });

  it('the contractor is not told apart what the office has about its project', () => {
    const secret: ReleaseBlocker[] = [
      { kind: 'openComplaint', count: 3, records: [{ kind: 'complaint', id: 'c', label: '1' }] },
      unpaid,
    ];
    assert.deepEqual(blockersForContractor(secret), { own: [unpaid], hasOfficeMatters: true });
    assert.equal(
      blockedWords(secret)?.zh,
      '还有事项没有了结：有 3 件投诉举报没有办结；有 2 张工资表没有全部到账，还差 11,600.00 元',
    );
    assert.equal(blockedWords([]), undefined);
  });
});
