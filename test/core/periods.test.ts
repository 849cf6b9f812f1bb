import assert from 'node:assert/strict';
import { plainDate } from '../../server/core/kit/plain-date.ts';
import { isCitable, RULES } from '../../server/core/law/articles.ts';
import { NATIONAL_CALENDAR as calendar } from '../../server/core/law/calendar/index.ts';
import { dueDay, dueMoment, extendedDueDay } from '../../server/core/law/due-day.ts';
import {
  isPeriodId,
  period,
  periodCertainty,
  periodCitation,
  PERIODS,
  type PeriodId,
} from '../../server/core/law/periods.ts';

/** One example by hand for each period: start, due day. Null: not counted in days. */
const EXAMPLES: Record<PeriodId, readonly [string, string][] | null> = {
  acceptance: [['2026-02-13', '2026-02-27']],
  filing: [['2026-02-27', '2026-02-27']],
  investigation: [
    ['2026-01-05', '2026-04-03'],
    ['2025-09-26', '2025-12-25'],
  ],
  decision: [['2026-03-02', '2026-03-23']],
  penaltyDecision: [
    ['2026-01-16', '2026-04-16'],
    ['2026-01-05', '2026-04-07'], // the 90th day is 5 April, Qingming
  ],
  service: [['2024-04-26', '2024-05-09']],
  evidencePreservation: [['2026-03-02', '2026-03-11']],
  hearingRequest: [['2025-09-30', '2025-10-14']],
  hearingNotice: [['2026-03-11', '2026-03-02']],
  rectification: null,
  proofDemand: null,
  listingDecision: [['2023-12-29', '2024-01-29']],
  listingObjection: [['2026-03-06', '2026-03-13']],
  objectionCheck: [['2026-04-03', '2026-04-13']],
  listingTerm: [['2024-02-29', '2027-02-28']],
  earlyRemovalWait: [['2025-08-31', '2026-02-28']],
  earlyRemovalDecision: [['2026-06-01', '2026-06-23']],
  listingRemoval: [['2026-09-18', '2026-10-09']],
  transferApproval: [
    ['2026-03-03', '2026-03-06'],
    ['2026-03-05', '2026-03-09'],
  ],
  transferSending: null,
  policeDecision: [['2026-09-30', '2026-10-08']],
  policeReconsideration: [['2026-03-02', '2026-03-05']],
  transferHandOver: [
    ['2026-03-30', '2026-04-02'],
    ['2026-04-01', '2026-04-07'], // the third day is 4 April, Qingming
  ],
  finePayment: [['2026-04-17', '2026-05-06']],
  reconsideration: [['2026-04-20', '2026-06-22']],
  suit: [['2025-10-05', '2026-04-07']],
  performanceDemand: [['2026-02-09', '2026-02-28']],
  courtEnforcement: [['2026-01-31', '2026-04-30']],
  inspectionLimit: [['2024-05-31', '2026-05-31']],
  labourCostCycle: [['2026-01-31', '2026-02-28']],
  payDate: null,
  accountOpening: [['2026-01-16', '2026-02-24']],
  accountFiling: [['2026-03-02', '2026-04-01']],
  accountNotice: [['2026-03-05', '2026-04-07']],
  bondStorage: [['2026-03-02', '2026-03-30']],
  bondPayment: [['2026-03-02', '2026-03-09']],
  bondRefill: [['2026-03-02', '2026-03-16']],
  bondNotice: [['2026-08-27', '2026-09-28']],
  bondReview: [['2026-05-08', '2026-05-14']],
  bondReturn: [['2026-05-14', '2026-05-19']],
  guaranteeExpiry: [['2026-12-31', '2026-11-30']],
  ledgerRetention: [['2023-12-31', '2026-12-31']],
  labourLedgerRetention: [['2024-03-31', '2027-03-31']],
  petitionNotice: [['2026-01-31', '2026-02-24']],
  petitionFinish: [['2026-01-05', '2026-03-06']],
  publication: null,
  provincialPublication: null,
  publicationObjection: [['2026-03-02', '2026-03-23']],
  rating: null,
  findingRectification: null,
  departmentTask: null,
  supervision: null,
};

const TIMERS = [
  [
    'T-ACCEPT',
    'T-FILE',
    'T-INVEST',
    'T-DECIDE',
    'T-PENALTY',
    'T-SERVE',
    'T-EVID',
    'T-HEAR-REQ',
    'T-HEAR-NOTICE',
  ],
  [
    'T-RECTIFY',
    'T-PROVE',
    'T-BLK-DECIDE',
    'T-BLK-OBJECT',
    'T-BLK-VERIFY',
    'T-BLK-TERM',
    'T-BLK-EARLY',
    'T-BLK-APPLY',
  ],
  [
    'T-BLK-REMOVE',
    'T-TRF-APPROVE',
    'T-TRF-SEND',
    'T-TRF-POLICE',
    'T-TRF-RECON',
    'T-TRF-HAND',
    'T-FINE',
    'T-RECON',
    'T-SUIT',
  ],
  [
    'T-URGE',
    'T-ENFORCE',
    'T-LIMIT',
    'T-LABOUR-COST',
    'T-PAYROLL',
    'T-ACC-OPEN',
    'T-ACC-FILE',
    'T-ACC-NOTICE',
  ],
  [
    'T-BON-STORE',
    'T-BON-PAY',
    'T-BON-REFILL',
    'T-BON-NOTICE',
    'T-BON-REVIEW',
    'T-BON-RETURN',
    'T-GUAR-EXPIRY',
  ],
  ['T-KEEP-LEDGER', 'T-KEEP-LABOUR', 'T-PETITION-TELL', 'T-PETITION-FINISH', 'T-PUBLISH', 'T-RATE'],
  ['T-FINDING', 'T-TASK', 'T-SUPERVISE'],
].flat();

/** Object.keys forgets its key type; the keys of PERIODS are exactly the period ids. */
const PERIOD_IDS = Object.keys(PERIODS) as PeriodId[];

describe('statutory periods', () => {
  for (const id of PERIOD_IDS) {
    const examples = EXAMPLES[id];
    if (examples === null) {
      it(`${period(id).zh} (${id}) is not counted in days`, () => {
        assert.equal(dueDay(id, plainDate('2026-03-02'), calendar), null);
      });
    } else {
      for (const [start, due] of examples) {
        it(`${period(id).zh} (${id}): ${start} gives ${due}`, () => {
          assert.equal(dueDay(id, plainDate(start), calendar)?.dueOn, due);
        });
      }
    }
  }

  it('covers every statutory timer, our own targets, and no other', () => {
    const timers = new Set(PERIOD_IDS.map((id) => PERIODS[id].timer));
    assert.deepEqual([...timers].sort(), [...TIMERS].sort());
  });

  const extensions: [PeriodId, string, string | null][] = [
    ['investigation', '2026-04-03', '2026-05-20'],
    ['listingDecision', '2024-01-29', '2024-02-29'],
    ['petitionFinish', '2026-03-06', '2026-04-07'], // 5 April is Qingming
    ['decision', '2026-03-23', null], // the approval names the day
    ['acceptance', '2026-02-27', null],
  ];
  for (const [id, dueOn, extended] of extensions) {
    it(`${id} due on ${dueOn} is extended to ${extended ?? 'no counted day'}`, () => {
      assert.equal(extendedDueDay(id, plainDate(dueOn), calendar)?.dueOn ?? null, extended);
    });
  }

  it('may be extended once, by the head of the bureau where the rule says so', () => {
    for (const id of PERIOD_IDS) assert.ok((period(id).extension?.times ?? 1) === 1, id);
    assert.equal(PERIODS.investigation.extension.approvedBy, 'bureauHead');
  });

  it('only pay dates roll back; periods in working days need no roll', () => {
    for (const id of PERIOD_IDS) {
      const { roll, length } = period(id);
      assert.equal(roll === 'back', id === 'payDate', id);
      if ('workingDays' in length) assert.equal(roll, 'none', id);
    }
  });

  it('cite a rule that exists, and print it only where the rule has been read', () => {
    for (const id of PERIOD_IDS) {
      const { cite: rule } = PERIODS[id];
      assert.ok(Object.hasOwn(RULES, rule), `${id} cites ${rule}`);
      assert.equal(periodCitation(id) === null, period(id).kind === 'internal' || !isCitable(rule), id);
    }
  });

  it('an unverified length is a parameter default and nothing else is', () => {
    for (const id of PERIOD_IDS) {
      assert.equal(period(id).parameterDefault === true, periodCertainty(id) === 'provisional', id);
    }
    for (const id of ['bondPayment', 'bondRefill', 'guaranteeExpiry'] as const) {
      assert.equal(periodCitation(id), null, id);
      assert.equal(period(id).parameterDefault, true, id);
    }
  });

  it('take a length from the area’s parameter in place of their own', () => {
    const due = dueDay('bondRefill', plainDate('2026-03-02'), calendar, { workingDays: 5 });
    assert.equal(due?.dueOn, '2026-03-09');
  });

  it('end 24 hours after a moment to the millisecond', () => {
    const approved = Date.UTC(2026, 2, 2, 8, 30);
    assert.equal(dueMoment(approved, 24), Date.UTC(2026, 2, 3, 8, 30));
  });

  it('are recognised by name and nothing inherited is', () => {
    assert.ok(isPeriodId('investigation'));
    for (const name of ['constructor', '__proto__', 'T-INVEST', ''])
      assert.equal(isPeriodId(name), false, name);
  });
});
