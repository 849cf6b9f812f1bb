import assert from 'node:assert/strict';
import fc from 'fast-check';
import mongoose from 'mongoose';
import { CLOSURE_CODES } from '../../../server/core/contract/cases.ts';
import { LEAD_CHANNELS } from '../../../server/core/contract/complaints.ts';
import type { PeriodReport } from '../../../server/core/contract/reports.ts';
import type { PlainDate } from '../../../server/core/kit/plain-date.ts';
import { addDays, plainDate } from '../../../server/core/kit/plain-date.ts';
import { importAreas } from '../../../server/features/areas/index.ts';
import { Cases, Claims } from '../../../server/features/cases/index.ts';
import { Complaints } from '../../../server/features/complaints/index.ts';
import { Inspections, Outreach } from '../../../server/features/inspections/index.ts';
import {
  addCounts,
  getPeriodReport,
  rollUpReport,
  standingName,
  standingSum,
  tallyArea,
  verifyReport,
} from '../../../server/features/reports/index.ts';
import { systemCtx } from '../../../server/platform/context.ts';
import { areaRows } from '../../../seeds/reference/seed-areas.ts';
import { useStore } from '../../support/store.ts';

const TODAY = plainDate('2026-11-21');
const FIRST = plainDate('2026-01-20');
const OFFICES = ['532601', '532622', '532801'] as const;
const ctx = systemCtx('test', { now: new Date('2026-11-21T02:00:00Z'), today: TODAY });

type Doc = Record<string, unknown>;
/** Days of some two months, so that whole months and ragged ends both occur. */
const day = fc.nat(75).map((later) => addDays(FIRST, later));
const maybe = <Value>(of: fc.Arbitrary<Value>) => fc.option(of, { nil: undefined, freq: 2 });
const office = fc.constantFrom(...OFFICES);

/** Where and how it stands while it is open; what another office took over lies in no town of that office. */
const standing = {
  open: fc.boolean(),
  areaCode: fc.constantFrom('532601', '532601001', '532622102'),
  nextDueOn: day,
};

const complaint = fc.record({
  state: fc.constantFrom('received', 'accepted'),
  officeCode: office,
  channel: fc.constantFrom(...LEAD_CHANNELS),
  receivedOn: day,
  acceptedOn: maybe(day),
  refusedOn: maybe(day),
  transferredOn: maybe(day),
  withdrawnOn: maybe(day),
  ...standing,
});
const inspectionCase = fc.record({
  officeCode: office,
  state: fc.constantFrom('investigating', 'closed', 'closed'),
  filedOn: day,
  closedOn: maybe(day),
  closureCode: maybe(fc.constantFrom(...CLOSURE_CODES)),
  owedFen: fc.nat(1_000_000),
  seenFen: fc.nat(1_000_000),
  ...standing,
});
const claim = fc.record({ personKey: fc.constantFrom('甲', '乙', '丙', '丁', '戊'), removed: fc.boolean() });
const inspection = fc.record({
  areaCode: fc.constantFrom('532601', '532601001', '532622', '532801'),
  on: day,
  kind: fc.constantFrom('ROUTINE', 'ROUTINE', 'SPECIAL'),
  companyName: fc.constantFrom('一公司', '二公司', '三公司'),
});
const outreach = fc.record({
  areaCode: fc.constantFrom('532601', '532622102'),
  on: day,
  leaflets: fc.nat(99),
  vehicles: fc.nat(9),
  people: fc.nat(9),
  slogans: fc.nat(9),
  consultations: fc.nat(99),
});

type Step =
  | { do: 'complaint' | 'case' | 'inspection' | 'outreach'; content: Doc; at: number; anew: boolean }
  | { do: 'claim'; content: Doc; at: number; anew: boolean }
  | { do: 'rollUp' };
const write = <Name extends 'complaint' | 'case' | 'claim' | 'inspection' | 'outreach'>(
  name: Name,
  content: fc.Arbitrary<object>,
) => fc.record({ do: fc.constant(name), content, at: fc.nat(20), anew: fc.boolean() });
const step = fc.oneof(
  { arbitrary: write('complaint', complaint), weight: 4 },
  { arbitrary: write('case', inspectionCase), weight: 3 },
  { arbitrary: write('claim', claim), weight: 4 },
  { arbitrary: write('inspection', inspection), weight: 2 },
  { arbitrary: write('outreach', outreach), weight: 1 },
  { arbitrary: fc.constant({ do: 'rollUp' as const }), weight: 2 },
) as fc.Arbitrary<Step>; // the contents are the documents' own fields
const asked = fc
  .record({ from: day, days: fc.nat(70), areaCode: fc.constantFrom('532601', '5326', '53') })
  .map(({ from, days, areaCode }) => ({ from, to: addDays(from, days), areaCode }));

/** What must be different beside what is counted. */
const REST: Record<'complaint' | 'case' | 'claim' | 'inspection' | 'outreach', (at: number) => Doc> = {
  complaint: (at) => ({ receiptNumber: `r${at}` }),
  case: (at) => ({ caseNumber: `c${at}` }),
  claim: () => ({}),
  inspection: () => ({}),
  outreach: () => ({}),
};
const MODELS = {
  complaint: Complaints,
  case: Cases,
  claim: Claims,
  inspection: Inspections,
  outreach: Outreach,
} as unknown as Record<string, mongoose.Model<Doc>>; // five schemas, written alike

/** Their other fields do not matter here. */
const UNCHECKED = { validateBeforeSave: false } as const;

/** Writes the records as the features do: a new one, or a change of any that is there, days and office included. */
class Office {
  readonly ids: Record<string, unknown[]> = {
    complaint: [],
    case: [],
    claim: [],
    inspection: [],
    outreach: [],
  };

  async take(one: Step): Promise<void> {
    if (one.do === 'rollUp') return void (await rollUpReport());
    const ids = this.ids[one.do] ?? [];
    const before = ids[one.at % Math.max(1, ids.length)];
    const model = MODELS[one.do];
    if (before === undefined || one.anew) {
      const cases = this.ids['case'] ?? [];
      const inCase =
        one.do === 'claim'
          ? { caseId: String(cases[one.at % Math.max(1, cases.length)] ?? 'f'.repeat(24)) }
          : {};
      const [made] =
        (await model?.create([{ ...REST[one.do](ids.length), ...one.content, ...inCase }], UNCHECKED)) ?? [];
      ids.push(made?._id);
      return;
    }
    const [set, unset]: [Doc, Doc] = [{}, {}];
    for (const [name, value] of Object.entries(one.content)) {
      if (value === undefined) unset[name] = 1;
      else set[name] = value;
    }
    await model?.updateOne({ _id: before }, { $set: set, $unset: unset });
  }
}

interface Asked {
  from: PlainDate;
  to: PlainDate;
  areaCode: string;
}

/** Everything read and counted, slowly and plainly. */
async function recount({ from, to, areaCode }: Asked): Promise<Partial<PeriodReport>> {
  const all = async (name: string): Promise<Doc[]> => (await MODELS[name]?.find().lean()) ?? [];
  const here = (place: unknown, on: unknown): boolean =>
    String(place).startsWith(areaCode) && typeof on === 'string' && on >= from && on <= to;
  const complaints = await all('complaint');
  const on = (field: string): Doc[] => complaints.filter((one) => here(one['officeCode'], one[field]));
  const cases = await all('case');
  const closed = cases.filter((one) => one['state'] === 'closed' && here(one['officeCode'], one['closedOn']));
  const ids = new Set(closed.map(({ _id }) => String(_id)));
  const people = (await all('claim')).filter(
    (one) => ids.has(String(one['caseId'])) && one['removed'] === false,
  );
  const visits = (await all('inspection')).filter(
    (one) => one['kind'] === 'ROUTINE' && here(one['areaCode'], one['on']),
  );
  const log = (await all('outreach')).filter((one) => here(one['areaCode'], one['on']));
  const sum = (rows: readonly Doc[], field: string): number =>
    rows.reduce((total, row) => total + Number(row[field]), 0);
  const byName = (rows: readonly Doc[], field: string): Record<string, number> => {
    const counts: Record<string, number> = {};
    for (const row of rows) {
      const name = row[field];
      if (typeof name === 'string') counts[name] = (counts[name] ?? 0) + 1;
    }
    return counts;
  };
  return {
    inspections: new Set(visits.map((one) => one['companyName'])).size,
    complaintsReceived: on('receivedOn').length,
    byChannel: byName(on('receivedOn'), 'channel'),
    complaintsAccepted: on('acceptedOn').length,
    complaintsRefused: on('refusedOn').length,
    complaintsTransferred: on('transferredOn').length,
    complaintsWithdrawn: on('withdrawnOn').length,
    casesFiled: cases.filter((one) => here(one['officeCode'], one['filedOn'])).length,
    casesClosed: closed.length,
    byClosure: byName(closed, 'closureCode'),
    workers: new Set(people.map((one) => one['personKey'])).size,
    owedFen: sum(closed, 'owedFen') as PeriodReport['owedFen'], // whole fen added
    amountFen: sum(closed, 'seenFen') as PeriodReport['amountFen'], // whole fen added
    outreach: {
      leaflets: sum(log, 'leaflets'),
      vehicles: sum(log, 'vehicles'),
      people: sum(log, 'people'),
      slogans: sum(log, 'slogans'),
      consultations: sum(log, 'consultations'),
    },
    byMonth: [...new Set(daysOf(from, to).map((one) => one.slice(0, 7)))].map((month) => {
      const inMonth = (field: string) => (one: Doc) => String(one[field]).startsWith(month);
      const done = closed.filter(inMonth('closedOn'));
      return {
        month: month as PeriodReport['byMonth'][number]['month'], // the beginning of a day
        received: on('receivedOn').filter(inMonth('receivedOn')).length,
        closed: done.length,
        amountFen: sum(done, 'seenFen') as PeriodReport['amountFen'], // whole fen added
      };
    }),
  };
}

function daysOf(from: PlainDate, to: PlainDate): PlainDate[] {
  const days: PlainDate[] = [];
  for (let one = from; one <= to; one = addDays(one, 1)) days.push(one);
  return days;
}

describe('the figures of a period', function () {
  this.timeout(120_000);
  useStore({ emptyBefore: 'all' });

  before(() => importAreas('5326', areaRows(), ctx));

  it('equal a recount of the records, whatever was entered late, corrected, moved or reopened', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 5, maxLength: 30 }),
        fc.array(asked, { minLength: 2, maxLength: 3 }),
        fc.boolean(),
        async (steps, questions, again) => {
          await emptyAll();
          const records = new Office();
          for (const one of steps) {
            await records.take(one);
            if (again && one.do === 'rollUp')
              for (const question of questions) await getPeriodReport(question, ctx);
          }
          for (const question of questions) {
            if (again) await getPeriodReport(question, ctx);
            const told = await getPeriodReport(question, ctx);
            const counted = await recount(question);
            const same = Object.fromEntries(Object.keys(counted).map((key) => [key, Reflect.get(told, key)]));
            assert.deepEqual(same, counted);
            await assertStanding(question.areaCode);
          }
        },
      ),
      { numRuns: 10 },
    );
  });

  /** What is open, by state and by the days it began and is due, equals the open records one by one. */
  async function assertStanding(areaCode: string): Promise<void> {
    const counts: Record<string, number> = {};
    const raise = (name: string, by = 1): void => void (counts[name] = (counts[name] ?? 0) + by);
    for (const [kind, since] of [
      ['complaint', 'receivedOn'],
      ['case', 'filedOn'],
    ] as const)
      for (const one of await (MODELS[kind]?.find({ open: true }).lean() ?? [])) {
        if (!String(one['officeCode']).startsWith(areaCode)) continue;
        raise(standingSum(kind, 'open'));
        raise(standingName(kind, 'state', String(one['state'])));
        raise(standingName(kind, 'since', String(one[since])));
        raise(standingName(kind, 'due', String(one['nextDueOn'])));
        if (kind === 'case')
          for (const sum of ['owedFen', 'seenFen']) raise(standingSum(kind, sum), Number(one[sum]));
      }
    const told: Record<string, number> = {};
    for (const own of (await tallyArea(areaCode, [])).standing.values()) addCounts(told, own);
    const nonZero = (sums: Record<string, number>) =>
      Object.fromEntries(Object.entries(sums).filter(([, count]) => count !== 0));
    assert.deepEqual(nonZero(told), nonZero(counts));
    assert.deepEqual((await verifyReport()).found, []);
  }

  async function emptyAll(): Promise<void> {
    const kept = Object.values(mongoose.models).filter(({ modelName }) => modelName.startsWith('report'));
    await Promise.all([...Object.values(MODELS), ...kept].map((model) => model.deleteMany({})));
  }
});
