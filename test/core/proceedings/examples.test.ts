import assert from 'node:assert/strict';
import { plainDate } from '../../../server/core/kit/plain-date.ts';
import type { Facts } from '../../../server/core/lives/life-table.ts';
import { PROCEEDINGS } from '../../../server/core/proceedings/proceedings.ts';
import { Walk } from './walk.ts';

const NOTICE: Facts = { basis: 'x', intended: 'x', noticeMode: 'DIRECT' };
const FINE: Facts = { ...NOTICE, punished: 'UNIT', measure: 'FINE', intendedFen: 100_000 };
const SILENT = (heardOn: string): Facts => ({ heardOn, statementKind: 'SILENT' });

describe('a penalty', () => {
  it('runs ninety days from filing, and is not decided while a hearing may be asked for', () => {
    const walk = new Walk('penalty').on('2026-03-02');
    assert.equal(walk.take('open', { ...FINE, isHearingTold: true, noticedOn: '2026-03-02' }), 'noticed');
    // 5 April is Qingming: the ninetieth day rolls to the 7th
    assert.deepEqual(walk.running, { penaltyDecision: '2026-04-07', hearingRequest: '2026-03-09' });
    walk.take('hearStatement', SILENT('2026-03-02'));
    assert.match(
      walk.on('2026-03-09').take('make', { madeOn: '2026-03-09' }),
      /until 2026-03-09: from 2026-03-10/u,
    );
    assert.equal(walk.on('2026-03-10').take('make', { madeOn: '2026-03-10', fineFen: 100_000 }), 'made');
    assert.deepEqual(walk.running, { hearingRequest: '2026-03-09', service: '2026-03-19' });
  });

  it('tells of a hearing where the measure or the area’s sum asks for it', () => {
    const hearingFineUnit = 100_000;
    const open = (given: Facts, area = {}) =>
      new Walk('penalty', {}, { area }).take('open', { ...FINE, ...given, noticedOn: '2026-03-02' });
    assert.equal(open({}), 'noticed', 'no sum is set: none is assumed');
    assert.match(open({}, { hearingFineUnit }), /^isHearingTold/u);
    assert.equal(open({ intendedFen: 99_999 }, { hearingFineUnit }), 'noticed');
    assert.equal(open({ punished: 'PERSON' }, { hearingFineUnit }), 'noticed');
    assert.match(open({ measure: 'STOP_WORK' }), /^isHearingTold/u);
    assert.equal(open({ measure: 'STOP_WORK', isHearingTold: true }), 'noticed');
  });

  it('refuses a hearing told too late, naming the first possible day, and wants the review after it', () => {
    const walk = new Walk('penalty').on('2026-02-13');
    walk.take('open', { ...FINE, isHearingTold: true, noticedOn: '2026-02-13' });
    assert.match(
      walk.on('2026-03-02').take('askHearing', { hearingAskedOn: '2026-02-28' }),
      /ended on 2026-02-27/u,
    );
    assert.equal(walk.take('askHearing', { hearingAskedOn: '2026-02-27' }), 'hearingAsked');
    const set = { hearingToldOn: '2026-03-02', hearingPlace: 'x' };
    assert.match(
      walk.take('setHearing', { ...set, hearingOn: '2026-03-10' }),
      /first possible day is 2026-03-11/u,
    );
    assert.equal(walk.take('setHearing', { ...set, hearingOn: '2026-03-11' }), 'hearingSet');
    assert.match(walk.on('2026-03-10').take('holdHearing'), /set for 2026-03-11/u);
    assert.equal(walk.on('2026-03-11').take('holdHearing', { hearingHeldOn: '2026-03-11' }), 'heard');
    assert.match(walk.take('make', { madeOn: '2026-03-11' }), /legal review/u);
    assert.equal(walk.take('review', { reviewedOn: '2026-03-11' }), 'reviewed');
    assert.equal(walk.take('make', { madeOn: '2026-03-11', fineFen: 100_000 }), 'made');
  });

  function served(): Walk {
    const walk = new Walk('penalty').on('2026-03-02');
    walk.take('open', { ...FINE, noticedOn: '2026-03-02' });
    walk.take('hearStatement', SILENT('2026-03-02'));
    walk.take('make', { madeOn: '2026-03-02', fineFen: 100_000 });
    walk.take('serve', { serviceMode: 'DIRECT', deliveredOn: '2026-03-02' });
    return walk;
  }

  it('grows three per cent a day when paid late, and stands still while it is contested', () => {
    const walk = served();
    assert.equal(walk.running['finePayment'], '2026-03-17');
    assert.equal(walk.on('2026-03-17').figure('Surcharge'), undefined);
    assert.equal(walk.on('2026-03-20').figure('Surcharge'), 9_000);
    walk.take('noteReconsideration', { reconsiderationOn: '2026-03-20', reconsiderationBody: 'x' });
    assert.equal(
      walk.on('2026-04-20').figure('Surcharge'),
      6_000,
      'the day it was asked for stands still, too',
    );
    const upheld = { reconsideredOn: '2026-04-20', remediesEndOn: '2026-05-06' };
    assert.equal(walk.take('reconsiderationUpheld', upheld), 'served');
    assert.equal(walk.on('2026-04-22').figure('Surcharge'), 12_000);
    assert.equal(walk.take('payFine', { paidOn: '2026-04-22' }), 'performed');
    assert.equal(walk.on('2026-09-01').figure('Surcharge'), 12_000, 'what is paid grows no more');
  });

  it('grows from the last instalment where the head approved them', () => {
    const walk = served().on('2026-03-10');
    assert.match(walk.take('askInstalments', { instalmentsTo: '2026-03-17' }), /2026-03-17/u);
    assert.equal(walk.take('askInstalments', { instalmentsTo: '2026-05-29' }), 'instalmentsAsked');
    assert.equal(walk.running['finePayment'], '2026-03-17', 'not before they are approved');
    assert.equal(walk.take('approveInstalments'), 'served');
    assert.equal(walk.running['finePayment'], '2026-05-29');
    walk.on('2026-04-30').take('payPart', { partPaidOn: '2026-04-30', paidFen: 60_000 });
    assert.equal(walk.figure('Not paid yet'), 40_000);
    assert.equal(walk.on('2026-05-31').figure('Surcharge'), 2_400);
  });

  it('nobody was silent while the time he was given still runs', () => {
    const walk = new Walk('penalty').on('2026-03-02');
    walk.take('open', { ...FINE, noticedOn: '2026-03-02', statementBy: '2026-03-06' });
    assert.match(walk.on('2026-03-06').take('hearStatement', SILENT('2026-03-06')), /^statementKind/u);
    assert.equal(walk.on('2026-03-07').take('hearStatement', SILENT('2026-03-07')), 'heard');
  });

  it('a part paid late has grown up to its day, and stays paid', () => {
    const walk = served().on('2026-03-27');
    // 18–27 March are ten days: 3 % a day of the 600 yuan that came
    walk.take('payPart', { partPaidOn: '2026-03-27', paidFen: 60_000 });
    assert.equal(walk.figure('Surcharge'), 18_000 + 12_000, 'ten days of the part, ten of what is left');
    assert.match(walk.take('payPart', { partPaidOn: '2026-03-27', paidFen: 60_000 }), /^paidFen/u);
    assert.equal(walk.on('2026-03-28').figure('Surcharge'), 18_000 + 13_200);
    walk.take('payFine', { paidOn: '2026-03-28' });
    assert.equal(walk.on('2026-04-30').figure('Surcharge'), 31_200, 'it grows no more once it is paid');
  });
});

describe('a decision', () => {
  function served(mode = 'DIRECT'): Walk {
    const walk = new Walk('decision').on('2026-03-02');
    walk.take('open', { ...NOTICE, noticedOn: '2026-03-02' });
    walk.take('hearStatement', SILENT('2026-03-02'));
    walk.take('make', { madeOn: '2026-03-02', performBy: '2026-03-16' });
    walk.take('serve', { serviceMode: mode, deliveredOn: '2026-03-04' });
    return walk;
  }

  it('served by public notice counts from the thirtieth day', () => {
    assert.equal(served('PUBLIC_NOTICE').figure('Counts as served on'), '2026-04-03');
    // 60 days to 2 June; six months to 3 October, a holiday: the 8th; three months from there
    assert.deepEqual(served('PUBLIC_NOTICE').running, {
      reconsideration: '2026-06-02',
      suit: '2026-10-08',
      courtEnforcement: '2027-01-08',
    });
  });

  it('comes before the court after the demand and after the remedies, and not later than three months', () => {
    const walk = served();
    assert.match(walk.on('2026-03-16').take('demand'), /from 2026-03-17/u);
    walk.on('2026-03-17').take('demand', { demandMode: 'DIRECT', demandedOn: '2026-03-17' });
    assert.equal(walk.running['performanceDemand'], '2026-03-31');
    assert.match(walk.on('2026-03-31').take('applyToCourt'), /Remedies end on 2026-09-04: from 2026-09-05/u);
    assert.match(walk.on('2026-09-04').take('applyToCourt'), /2026-09-05/u);
    assert.match(
      walk.on('2026-12-10').take('applyToCourt', { appliedOn: '2026-12-05' }),
      /ended on 2026-12-04/u,
    );
    assert.match(walk.take('applyToCourt', { appliedOn: '2026-09-04' }), /^appliedOn/u);
    assert.equal(walk.take('applyToCourt', { appliedOn: '2026-12-04' }), 'enforcing');
    assert.deepEqual(walk.running, { reconsideration: '2026-05-06', suit: '2026-09-04' });
  });

  it('after a refused suit waits three months from the day the ruling took effect', () => {
    const walk = served().on('2026-05-06');
    assert.equal(walk.take('noteSuit', { suitOn: '2026-05-06', court: 'x' }), 'inSuit');
    assert.deepEqual(walk.running, { reconsideration: '2026-05-06' }, 'no time for the court runs meanwhile');
    walk.on('2026-06-30').take('suitLost', { suitOutcome: 'REFUSED', remediesEndOn: '2026-06-30' });
    assert.equal(walk.running['courtEnforcement'], '2026-09-30');
    walk.take('demand', { demandMode: 'DIRECT', demandedOn: '2026-06-30' });
    assert.match(
      walk.on('2026-07-14').take('applyToCourt'),
      /The demand runs to 2026-07-14: from 2026-07-15/u,
    );
    assert.equal(walk.on('2026-07-15').take('applyToCourt', { appliedOn: '2026-07-15' }), 'enforcing');
  });

  it('a suit that was brought too late and refused gives the office no more time; one that was judged does', () => {
    const late = (suitOutcome: string) => {
      const walk = served().on('2026-09-05');
      walk.take('noteSuit', { suitOn: '2026-09-05', court: 'x' });
      walk.on('2026-10-20').take('suitLost', { suitOutcome, remediesEndOn: '2026-10-20' });
      return walk.running['courtEnforcement'];
    };
    assert.equal(
      late('REFUSED'),
      '2026-12-04',
      'three months from 4 September, when the time for a suit was over',
    );
    assert.equal(late('WITHDRAWN'), '2026-12-04');
    assert.equal(late('DISMISSED'), '2027-01-20');
  });

  it('upheld on reconsideration waits for the day its decision names; changed or revoked it ends', () => {
    const contested = () => {
      const walk = served().on('2026-04-01');
      walk.take('noteReconsideration', { reconsiderationOn: '2026-04-01' });
      return walk.on('2026-05-20');
    };
    const upheld = contested();
    const days = { reconsideredOn: '2026-05-20', remediesEndOn: '2026-05-19' };
    assert.match(upheld.take('reconsiderationUpheld', days), /^remediesEndOn/u);
    upheld.take('reconsiderationUpheld', { ...days, remediesEndOn: '2026-06-05' });
    assert.deepEqual(upheld.running, { courtEnforcement: '2026-09-07' }, 'Saturday the 5th rolls to Monday');
    for (const [action, state] of [
      ['decisionChanged', 'changed'],
      ['decisionRevoked', 'revoked'],
    ] as const) {
      const walk = contested();
      assert.equal(walk.take(action, { endedOn: '2026-05-20' }), state);
      assert.deepEqual(walk.running, {});
    }
  });

  it('is not made before the investigation has ended', () => {
    const walk = new Walk('decision', { state: 'investigating' });
    walk.take('open', { ...NOTICE, noticedOn: '2026-03-02' });
    walk.take('hearStatement', SILENT('2026-03-02'));
    assert.match(walk.take('make'), /investigation/u);
    assert.match(new Walk('decision', { state: 'filed' }).take('open'), /not yet/u);
  });
});

describe('the use of the bond', () => {
  it('needs wages that are still owed: paid too late is paid all the same', () => {
    const orders = [{ servedOn: plainDate('2026-01-20'), rectifyBy: plainDate('2026-02-10') }];
    const open = (theCase: object) =>
      new Walk('bondUse', { orders, ...theCase }).take('open', { bondFen: 1 });
    assert.equal(open({}), 'asked');
    assert.match(open({ allPaidOn: plainDate('2026-02-10') }), /before the order ran out/u);
    assert.match(open({ allPaidOn: plainDate('2026-02-11') }), /nothing to draw on/u);
  });
});

describe('a transfer to the police', () => {
  const orders = [{ servedOn: plainDate('2026-01-20'), rectifyBy: plainDate('2026-02-10') }];

  it('needs an order that was missed', () => {
    const open = (theCase: object, today: string) =>
      new Walk('criminalTransfer', theCase).on(today).take('open', { reportedOn: today });
    assert.match(open({}, '2026-03-02'), /An order to pay has to be served first/u);
    assert.match(open({ orders }, '2026-02-10'), /runs to 2026-02-10/u);
    assert.equal(open({ orders }, '2026-02-11'), 'reported');
    const decided = { kind: 'decision' as const, state: 'served' };
    const others = [
      { ...decided, facts: { serviceMode: 'DIRECT', deliveredOn: '2026-02-01', performBy: '2026-02-20' } },
    ];
    assert.equal(new Walk('criminalTransfer', {}, { others }).take('open'), 'reported');
  });

  it('does not come of an order or a decision by whose last day everybody was paid', () => {
    const open = (theCase: object, more: object = {}) =>
      new Walk('criminalTransfer', theCase, more).on('2026-03-02').take('open', { reportedOn: '2026-03-02' });
    assert.match(open({ orders, allPaidOn: '2026-02-10' }), /were paid by 2026-02-10, before/u);
    assert.equal(open({ orders, allPaidOn: '2026-02-11' }), 'reported', 'a day late is missed');
    const facts = { serviceMode: 'DIRECT', deliveredOn: '2026-02-01', performBy: '2026-02-20' };
    const decided = (over: object) => ({
      others: [{ kind: 'decision', state: 'performed', facts: { ...facts, ...over } }],
    });
    assert.match(open({ allPaidOn: '2026-02-20' }, decided({})), /were paid by 2026-02-20/u);
    assert.match(open({}, decided({ performedOn: '2026-02-20' })), /has to be served first/u);
    assert.equal(open({}, decided({ performedOn: '2026-02-21' })), 'reported');
  });

  it('is approved in three days, sent in 24 hours, answered in three, contested in three', () => {
    const walk = new Walk('criminalTransfer', { orders }).on('2026-02-12');
    walk.take('open', { reportedOn: '2026-02-12' });
    // three calendar days: Sunday 15 February, then the Spring Festival to the 23rd
    assert.deepEqual(walk.running, { transferApproval: '2026-02-24' });
    walk.on('2026-02-13').take('approve', {}, 17);
    assert.deepEqual(walk.running, { transferSending: '2026-02-14' });
    walk.on('2026-02-14').take('send', { sentOn: '2026-02-14' });
    walk.take('policeReceive', { receivedOn: '2026-02-14' });
    assert.deepEqual(walk.running, { policeDecision: '2026-02-24' });
    walk.on('2026-02-25').take('policeRefuse', { policeRefusedOn: '2026-02-25' });
    assert.deepEqual(walk.running, { policeReconsideration: '2026-02-28' }, 'a made-up Saturday');
    assert.match(walk.on('2026-03-01').take('askReconsideration'), /ended on 2026-02-28/u);
    assert.equal(walk.take('askProcurator', { contestedOn: '2026-03-01' }), 'reconsidered');
    assert.equal(walk.take('policeFile', { policeFiledOn: '2026-03-01' }), 'filed');
    assert.deepEqual(walk.running, { transferHandOver: '2026-03-04' });
    assert.equal(walk.take('handOver', { handedOverOn: '2026-03-01' }), 'handedOver');
    assert.deepEqual(walk.running, {});
  });

  it('is handed over in three days after the notice of filing arrived, and the case is kept open till then', () => {
    const walk = new Walk('criminalTransfer', { orders }).on('2026-03-30');
    walk.take('open', { reportedOn: '2026-03-30' });
    walk.take('approve', {}, 17);
    walk.take('send', { sentOn: '2026-03-30' });
    walk.take('policeReceive', { receivedOn: '2026-03-30' });
    walk.on('2026-04-01');
    const filed = { policeFiledOn: '2026-03-31', policeNoticeOn: '2026-03-30' };
    assert.match(walk.take('policeFile', filed), /^policeNoticeOn/u);
    walk.take('policeFile', { ...filed, policeNoticeOn: '2026-04-01' });
    assert.deepEqual(walk.running, { transferHandOver: '2026-04-07' }, 'the third day is Qingming');
    assert.ok(PROCEEDINGS.criminalTransfer.holds.includes('filed'));
  });
});

describe('who pays first', () => {
  it('the contractor takes recourse for no more than was settled', () => {
    const walk = new Walk('contractorSettlement');
    walk.take('open', { ground: 'PASSED_ON', settleFen: 500 });
    walk.take('order', { orderedOn: '2026-03-02' });
    walk.take('settle', { settledOn: '2026-03-02', settledFen: 400 });
    assert.equal(walk.figure('Recourse against the debtor'), 400);
    assert.match(walk.take('noteRecourse', { recourseFen: 401 }), /^recourseFen/u);
    assert.equal(walk.take('noteRecourse', { recourseFen: 400 }), 'recourseNoted');
  });

  it('the fund takes back what it paid, in parts or at once', () => {
    const walk = new Walk('emergencyFund');
    walk.take('open', { fundFen: 1_000 });
    walk.take('approve');
    assert.match(walk.take('pay', { paidFen: 1_001 }), /^paidFen/u);
    walk.take('pay', { paidFen: 1_000 });
    assert.equal(walk.take('recoverPart', { backFen: 300 }), 'paid');
    assert.equal(walk.figure('To be taken back'), 700);
    assert.match(walk.take('recoverPart', { backFen: 1_000 }), /^backFen/u);
    assert.equal(walk.take('recover'), 'recovered');
  });

  it('the owner’s cap counts what was ordered before, not what was declined', () => {
    const other = (state: string) => ({ kind: 'ownerAdvance' as const, state, facts: { advanceFen: 600 } });
    const open = (advanceFen: number, ...others: ReturnType<typeof other>[]) =>
      new Walk('ownerAdvance', {}, { others }).take('open', { unsettledFen: 1_000, advanceFen });
    assert.equal(open(1_000), 'asked');
    assert.match(open(1_001), /at most 10\.00 yuan/u);
    assert.match(open(401, other('ordered')), /at most 4\.00 yuan/u);
    assert.equal(open(401, other('declined'), other('notAdvanced')), 'asked');
  });
});
