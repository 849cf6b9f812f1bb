import assert from 'node:assert/strict';
import { finalStates } from '../../../server/core/kit/flow.ts';
import { plainDate } from '../../../server/core/kit/plain-date.ts';
import { NATIONAL_CALENDAR } from '../../../server/core/law/calendar/index.ts';
import { earlyRemovalNeeds } from '../../../server/core/listings/listing-figures.ts';
import type { ListingNow } from '../../../server/core/listings/listing-now.ts';
import { LISTING } from '../../../server/core/listings/listing-table.ts';
import { isOffices } from '../../../server/core/lives/own-periods.ts';
import type { Facts } from '../../../server/core/lives/life-table.ts';
import { isPeriodId } from '../../../server/core/law/periods.ts';
import { LifeWalk } from '../../support/life-walk.ts';

const walk = (more: Partial<ListingNow> = {}): LifeWalk<ListingNow> =>
  new LifeWalk<ListingNow>(LISTING, {
    ...{ state: 'unopened', facts: {}, deadlines: [], area: {}, crime: {}, isPaid: false },
    ...{ today: plainDate('2026-03-02'), calendar: NATIONAL_CALENDAR },
    order: { servedOn: plainDate('2026-01-05'), payBy: plainDate('2026-02-10') },
    ...more,
  });
const orderTo = (payBy: string) => ({ servedOn: plainDate('2023-01-01'), payBy: plainDate(payBy) });
const INCIDENT: Facts = { ground: 'INCIDENT', owedFen: 1_000_000, headcount: 12, mainFacts: 'x' };

/** A listing whose objection time has passed, on its first day for a decision. */
function notified(payBy = '2026-02-10', servedOn = '2026-03-02', decideOn = '2026-03-10') {
  const one = walk({ order: orderTo(payBy) }).on(servedOn);
  one.take('open', INCIDENT);
  one.take('approveNotice', { noticeNumber: 'x' });
  one.take('serveNotice', { noticeMode: 'DIRECT', noticeServedOn: servedOn });
  return one.on(decideOn);
}

/** On the list since this day, by an order that ended shortly before. */
function listed(decidedOn: string) {
  const year = Number(decidedOn.slice(0, 4));
  const one = notified(`${year - 1}-12-01`, `${year - 1}-12-05`, decidedOn);
  assert.equal(one.take('decide', { decidedOn, decisionNumber: 'x' }), 'decided');
  one.take('serveDecision', { decisionMode: 'DIRECT', decisionServedOn: decidedOn });
  assert.equal(one.take('publish', { publishedOn: decidedOn, publishedAt: 'x' }), 'listed');
  return one;
}
const applying = (earlyAppliedOn: string, bar = 'NONE'): Facts => ({
  ...{ earlyAppliedOn, bar },
  pledgedOn: earlyAppliedOn,
});

describe('the table of the dishonesty list', () => {
  const edges = Object.entries(LISTING.flow).flatMap(([state, open]) =>
    Object.entries(open).flatMap(([action, edge]) => (edge === undefined ? [] : { state, action, edge })),
  );

  it('reaches and names every state, and every action has its form', () => {
    const reached = new Set(['unopened']);
    for (let before = 0; before !== reached.size;) {
      before = reached.size;
      for (const { state, edge } of edges) if (reached.has(state)) reached.add(edge.to);
    }
    assert.deepEqual([...reached].sort(), Object.keys(LISTING.flow).sort());
    assert.deepEqual(
      [...new Set(edges.map(({ action }) => action))].sort(),
      Object.keys(LISTING.actions).sort(),
    );
    assert.deepEqual(finalStates(LISTING.flow).sort(), ['dropped', 'removed', 'spared']);
  });

  it('leaves no duty of the office running at an end, whichever way it is reached', () => {
    const duties = edges.flatMap(({ edge }) => (edge.starts ?? []).filter(isPeriodId)).filter(isOffices);
    assert.deepEqual([...new Set(duties)].sort(), [
      'earlyRemovalDecision',
      'listingDecision',
      'listingRemoval',
      'objectionCheck',
    ]);
    for (const { state, edge } of edges)
      if (edge.to === 'dropped' || edge.to === 'spared')
        for (const duty of ['listingDecision', 'objectionCheck'])
          assert.ok(edge.meets?.includes(duty), `${state} → ${edge.to}: ${duty}`);
  });

  it('lets the head alone decide, spare, extend, remove early and restore', () => {
    const heads = ['approveNotice', 'extend', 'spare', 'decide', 'grantEarly', 'refuseEarly', 'restore'];
    for (const { action, edge } of edges)
      if (heads.includes(action)) assert.deepEqual(edge.by, ['bureauHead'], action);
  });
});

describe('whether somebody may be listed', () => {
  it('needs an order that was served and missed, and arrears still unpaid', () => {
    assert.match(
      walk({ order: undefined }).take('open', INCIDENT),
      /An order to pay has to be served first/u,
    );
    const one = walk({ order: orderTo('2026-03-02') });
    assert.match(one.take('open', INCIDENT), /runs to 2026-03-02: from 2026-03-03/u);
    assert.equal(one.on('2026-03-03').take('open', INCIDENT), 'proposed');
    assert.match(walk({ isPaid: true }).take('open', INCIDENT), /All arrears of this case have been paid/u);
  });

  const crime = { oneWorkerFen: 1_000_000, groupFen: 5_000_000 };
  const amounts: [string, Facts, ListingNow['crime'], RegExp][] = [
    ['no amounts set and no reason', { owedFen: 9_000_000, headcount: 30 }, {}, /^amountReason/u],
    ['no amounts set, with a reason', { owedFen: 1, headcount: 1, amountReason: 'x' }, {}, /^proposed$/u],
    ['ten workers at the sum', { owedFen: 5_000_000, headcount: 10 }, crime, /^proposed$/u],
    ['nine workers over the sum', { owedFen: 6_000_000, headcount: 9 }, crime, /^owedFen/u],
    ['ten workers one fen below', { owedFen: 4_999_999, headcount: 10 }, crime, /^owedFen/u],
    [
      'one worker, three months, at the sum',
      { owedFen: 1_000_000, headcount: 1, oneWorkerFen: 1_000_000, oneWorkerMonths: 3 },
      crime,
      /^proposed$/u,
    ],
    [
      'one worker, two months',
      { owedFen: 2_000_000, headcount: 1, oneWorkerFen: 2_000_000, oneWorkerMonths: 2 },
      crime,
      /^owedFen/u,
    ],
  ];
  for (const [title, given, set, expected] of amounts)
    it(`by the amount of the crime: ${title}`, () => {
      assert.match(
        walk({ crime: set }).take('open', { ground: 'AMOUNT', mainFacts: 'x', ...given }),
        expected,
      );
    });
});

describe('up to the decision', () => {
  it('counts twenty working days from the last day of the order, and once twenty more', () => {
    const one = notified('2023-12-29', '2024-01-03', '2024-01-15');
    assert.equal(one.running['listingDecision'], '2024-01-29');
    assert.equal(one.take('extend', { extensionReason: 'x' }), 'noticed');
    assert.equal(one.running['listingDecision'], '2024-02-29', 'over the Spring Festival of a leap year');
    assert.match(one.take('extend'), /extended once already/u);
  });

  it('is not extended when its time has passed', () => {
    assert.match(notified('2023-12-29', '2024-01-03', '2024-01-30').take('extend'), /has passed/u);
  });

  it('waits for an objection five working days, over a festival and by public notice, too', () => {
    const one = walk().on('2026-02-13');
    one.take('open', INCIDENT);
    one.take('approveNotice');
    one.take('serveNotice', { noticeMode: 'DIRECT', noticeServedOn: '2026-02-13' });
    assert.equal(one.running['listingObjection'], '2026-02-27');
    assert.match(one.on('2026-02-27').take('decide'), /until 2026-02-27: from 2026-02-28/u);
    assert.match(one.on('2026-02-28').take('decide', { decidedOn: '2026-02-27' }), /^decidedOn/u);
    assert.equal(one.take('decide', { decidedOn: '2026-02-28' }), 'decided');
    const posted = walk({ order: orderTo('2025-12-20') }).on('2025-12-31');
    posted.take('open', INCIDENT);
    posted.take('approveNotice');
    posted.take('serveNotice', { noticeMode: 'PUBLIC_NOTICE', noticeServedOn: '2025-12-31' });
    assert.equal(posted.running['listingObjection'], '2026-02-06', 'served on 30 January');
  });

  it('takes no late objection, answers one in five working days, and does not list where it was right', () => {
    const one = notified();
    assert.match(one.take('objection', { objectedOn: '2026-03-10' }), /ended on 2026-03-09/u);
    assert.equal(one.take('objection', { objectedOn: '2026-03-09' }), 'objected');
    assert.deepEqual(one.running, { listingDecision: '2026-03-16', objectionCheck: '2026-03-16' });
    assert.equal(one.take('decide'), 'not open');
    const right = notified();
    right.take('objection', { objectedOn: '2026-03-09' });
    right.take('verify', { objectionToldOn: '2026-03-10', objectionOutcome: 'UPHELD' });
    assert.match(right.take('decide', { decidedOn: '2026-03-10' }), /found right/u);
    assert.equal(right.take('drop', { reason: 'x' }), 'dropped');
    one.take('verify', { objectionToldOn: '2026-03-10', objectionOutcome: 'REJECTED' });
    assert.equal(one.take('decide', { decidedOn: '2026-03-10' }), 'decided');
  });

  it('spares who corrects and pledges before the decision', () => {
    const one = notified();
    assert.equal(one.take('spare', { correctedOn: '2026-03-09', pledgedOn: '2026-03-09' }), 'spared');
    assert.deepEqual(one.running, {});
    assert.equal(listed('2026-03-10').take('spare'), 'not open', 'not after it');
  });
});

describe('on the list', () => {
  const terms: [decidedOn: string, lastDay: string, removeBy: string][] = [
    ['2023-03-10', '2026-03-10', '2026-03-24'],
    ['2024-02-29', '2027-02-28', '2027-03-12'],
    ['2022-12-29', '2025-12-29', '2026-01-13'],
  ];
  for (const [decidedOn, lastDay, removeBy] of terms)
    it(`decided ${decidedOn}: listed to the end of ${lastDay}, removed by ${removeBy}`, () => {
      const one = listed(decidedOn);
      assert.equal(one.figure('Last day on the list'), lastDay);
      assert.equal(one.running['listingRemoval'], removeBy);
      assert.match(one.on(lastDay).take('remove'), new RegExp(`Listed until ${lastDay}`, 'u'));
      assert.match(one.on('2030-01-02').take('remove', { removedOn: lastDay }), /^removedOn/u);
      assert.equal(one.take('remove', { removedOn: '2030-01-02' }), 'removed');
      assert.deepEqual(
        Object.keys(one.running).filter((id) => isPeriodId(id) && isOffices(id)),
        [],
      );
    });

  const firsts: [correctedOn: string, decidedOn: string, firstDay: string][] = [
    ['2026-08-31', '2026-03-10', '2027-03-01'],
    ['2023-08-29', '2023-03-10', '2024-03-01'],
    ['2026-03-31', '2026-03-10', '2026-10-01'],
    ['2026-02-20', '2026-03-10', '2026-09-11'], // corrected before the decision: six months on the list
  ];
  for (const [correctedOn, decidedOn, firstDay] of firsts)
    it(`corrected ${correctedOn}, listed ${decidedOn}: early removal from ${firstDay}`, () => {
      const one = listed(decidedOn).on('2026-12-31');
      one.take('correct', { correctedOn, correction: 'x' });
      assert.equal(one.figure('Early removal from'), firstDay);
    });

  it('is not removed early without correction, nor a day before six months, nor on an earlier application', () => {
    const one = listed('2026-03-10').on('2026-06-30');
    assert.match(one.take('applyEarly'), /have to be corrected/u);
    assert.deepEqual(
      earlyRemovalNeeds(one.now).map(({ isMet }) => isMet),
      [false, false, undefined, undefined],
    );
    one.take('correct', { correctedOn: '2026-03-31', correction: 'x' });
    assert.match(one.on('2026-09-30').take('applyEarly'), /from 2026-10-01/u);
    assert.match(one.on('2026-10-01').take('applyEarly', applying('2026-09-30')), /^earlyAppliedOn/u);
    assert.equal(one.take('applyEarly', applying('2026-10-01')), 'applied');
    // National Day 1–7 October; Saturday the 10th is a working day
    assert.equal(one.running['earlyRemovalDecision'], '2026-10-27');
    assert.deepEqual(
      earlyRemovalNeeds(one.now).map(({ isMet }) => isMet),
      [true, true, true, true],
    );
  });

  it('is refused where something bars it, and granted on a later application', () => {
    const one = listed('2025-03-10').on('2025-03-31');
    one.take('correct', { correctedOn: '2025-03-31', correction: 'x' });
    one.on('2025-10-13').take('applyEarly', applying('2025-10-13', 'NEW_ARREARS'));
    assert.match(one.take('grantEarly'), /There is a bar/u);
    assert.equal(one.take('refuseEarly', { earlyDecidedOn: '2025-10-13', reason: 'x' }), 'listed');
    assert.equal(one.running['listingRemoval'], '2028-03-24', 'the term goes on');
    one.on('2025-12-01').take('applyEarly', applying('2025-12-01'));
    assert.equal(one.take('grantEarly', { earlyDecidedOn: '2025-12-18' }), 'leavingEarly');
    assert.equal(
      one.running['listingRemoval'],
      '2026-01-04',
      'ten working days, the make-up Sunday after New Year the last',
    );
    assert.equal(one.on('2025-12-22').take('remove', { removedOn: '2025-12-22' }), 'removedEarly');
  });

  it('starts again for three years where the removal was got by false papers', () => {
    const one = listed('2026-03-10').on('2026-10-12');
    one.take('correct', { correctedOn: '2026-03-31', correction: 'x' });
    one.take('applyEarly', applying('2026-10-12'));
    one.take('grantEarly', { earlyDecidedOn: '2026-10-12' });
    one.take('remove', { removedOn: '2026-10-13' });
    assert.equal(one.on('2027-02-01').take('restore', { restoredOn: '2027-02-01' }), 'decided');
    assert.equal(one.figure('Last day on the list'), '2030-02-01');
    assert.equal(one.figure('Early removal from'), '2027-08-02', 'six months on the list, once more');
  });

  it('ends with the order it rests on, and leaves the list in ten working days', () => {
    const one = listed('2026-03-10').on('2026-09-18');
    assert.equal(one.take('orderRevoked', { orderRevokedOn: '2026-09-18' }), 'leaving');
    assert.equal(one.running['listingRemoval'], '2026-10-09');
    assert.equal(one.on('2026-09-21').take('remove', { removedOn: '2026-09-21' }), 'removed');
    const before = notified();
    assert.equal(before.take('orderRevoked', { orderRevokedOn: '2026-03-10' }), 'dropped');
    assert.deepEqual(before.running, {});
  });
});
