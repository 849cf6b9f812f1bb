import mongoose from 'mongoose';
import type { PlainDate } from '../../server/core/kit/plain-date.ts';
import { addDays, plainDate } from '../../server/core/kit/plain-date.ts';
import { NEVER_DUE } from '../../server/core/law/due-range.ts';
import { Cases } from '../../server/features/cases/index.ts';

const BATCH = 2_000;
const FIRST = plainDate('2024-01-02');
const DAYS = 1_000;
/** One in so many is still open: what an office has on its desk. */
const OPEN_EVERY = 10;

/** Cases of three years in one county and its towns, most of them closed, written past the use cases. */
export async function loadCases(count: number, say: (line: string) => void): Promise<void> {
  say(`laying ${count} cases`);
  for (let from = 0; from < count; from += BATCH) {
    const cases = Array.from({ length: Math.min(BATCH, count - from) }, (_, at) => caseOf(from + at));
    await Cases.collection.insertMany(cases);
  }
}

function caseOf(at: number): { _id: mongoose.Types.ObjectId } & Record<string, unknown> {
  const filedOn = addDays(FIRST, at % DAYS);
  const open = at % OPEN_EVERY === 0;
  const owedFen = 100_000 + (at % 97) * 1_000;
  const staff = { id: 'f'.repeat(24), name: '测量员' };
  const sheet = { people: 2, paidPeople: open ? 0 : 2, owedFen, seenFen: open ? 0 : owedFen };
  return {
    ...{
      _id: new mongoose.Types.ObjectId(),
      version: 1,
      caseNumber: `测〔2026〕第${at}号`,
      title: `测量案件 ${at}`,
    },
    ...{ state: open ? 'investigating' : 'closed', open, uncounted: true },
    ...{ areaCode: `53260100${1 + (at % 3)}`, officeCode: '532601', filedOn, filedAt: momentOf(filedOn) },
    ...{
      respondent: { name: `测量建筑公司 ${at % 500}` },
      complaintIds: [],
      companyIds: [],
      servedCompanyIds: [],
    },
    ...{ leadInspector: staff, coInspector: staff, inspectorIds: [staff.id], headcount: 2 },
    ...{
      owedFen,
      seenFen: sheet.seenFen,
      sheet,
      deadlines: [],
      orders: [],
      proceedings: [],
      fileIds: [],
      history: [],
    },
    nextDueOn: open ? addDays(filedOn, 90) : NEVER_DUE,
    ...(open ? {} : { closedOn: addDays(filedOn, 40), closureCode: 'PAID' }),
  };
}

const momentOf = (day: PlainDate): Date => new Date(`${day}T02:00:00Z`);
