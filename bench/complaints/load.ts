import mongoose from 'mongoose';
import { LEAD_CHANNELS } from '../../server/core/contract/complaints.ts';
import type { ComplaintState } from '../../server/core/contract/complaints.ts';
import { addDays } from '../../server/core/kit/plain-date.ts';
import type { PlainDate } from '../../server/core/kit/plain-date.ts';
import { withCheckDigit } from '../../server/core/kit/receipt-number.ts';
import { startDeadline } from '../../server/core/law/deadline.ts';
import type { Calendar } from '../../server/core/law/calendar/calendar.ts';
import { NEVER_DUE } from '../../server/core/law/due-range.ts';
import { Complaints, complaintSecrets } from '../../server/features/complaints/complaint.model.ts';
import { searchFields } from '../../server/platform/search/index.ts';

export const COUNTIES = ['532601', '532622', '532623', '532624', '532625', '532626', '532627', '532628'];
const STATES: readonly ComplaintState[] = [
  'received',
  'accepted',
  'inCase',
  'answered',
  'refused',
  'withdrawn',
];
const OPEN: readonly ComplaintState[] = ['received', 'accepted', 'inCase'];
const PLACES = [...'文山砚西畴麻栗坡马关丘北广南富宁'];
const WORDS = [...'宏达鸿基众合诚安顺永兴恒通建业华盛'];
const SURNAMES = [...'张王李陶侬马杨陈赵黄单周'];
const BATCH = 500;
/** Days over which they came in. */
const SPAN = 730;

/** About 1.5 KB of Chinese, as a complaint told at length is. */
export const STORY =
  '我们一共十二个人，从三月起在工地做木工，老板说好每月十五日发工资，到现在只发过一次生活费，问他就说甲方没有付款。'.repeat(
    9,
  );

const pick = <Item>(from: readonly Item[], at: number): Item => from[at % from.length] as Item; // within, by the remainder

export const employerOf = (at: number): string =>
  `${pick(PLACES, at * 7)}${pick(PLACES, at * 3)}${pick(WORDS, at * 5)}${pick(WORDS, at >> 4)}建筑工程有限公司`;

/** Complaints of all counties and states over two years, written in bulk through the model. */
export async function loadComplaints(
  count: number,
  { today, calendar, now }: { today: PlainDate; calendar: Calendar; now: Date },
  say: (line: string) => void,
): Promise<void> {
  const acceptances = new Map<PlainDate, ReturnType<typeof startDeadline>>();
  const acceptanceFrom = (day: PlainDate): ReturnType<typeof startDeadline> => {
    const known = acceptances.get(day) ?? startDeadline('acceptance', day, calendar);
    acceptances.set(day, known);
    return known;
  };
  const one = (at: number): object => {
    const _id = new mongoose.Types.ObjectId();
    const receivedOn = addDays(today, -((at * 7919) % SPAN));
    const state = pick(STATES, at * 31 + (at >> 6));
    const open = OPEN.includes(state);
    const acceptance = acceptanceFrom(receivedOn);
    const deadlines = state === 'received' ? [acceptance] : [{ ...acceptance, metOn: receivedOn }];
    const officeCode = pick(COUNTIES, (at * 13) >> 2);
    const complainantName = `${pick(SURNAMES, at)}${pick(WORDS, at >> 2)}${pick(PLACES, at >> 5)}`;
    const names = {
      projectName: `${pick(PLACES, at * 5)}${pick(WORDS, at >> 3)}路${at % 5000}号项目`,
      employerName: employerOf(at),
    };
    const receiptNumber = withCheckDigit(`${officeCode}2020${String(at).padStart(6, '0')}`);
    const phone = `139${String(at).padStart(8, '0')}`;
    return {
      ...{ _id, version: 1, receiptNumber, intakeKind: 'COMPLAINT', channel: pick(LEAD_CHANNELS, at >> 1) },
      ...{ state, open, areaCode: `${officeCode}001`, officeCode, receivedOn, receivedAt: now, ...names },
      ...{
        anonymous: false,
        headcount: 1 + (at % 30),
        isGroup: at % 30 > 0,
        payMonths: ['2026-03', '2026-04'],
      },
      ...{
        employerKey: `name:${names.employerName}`,
        owedFen: 100_000 + ((at * 977) % 5_000_000),
        story: STORY,
      },
      ...{
        fileIds: [],
        deadlines,
        unread: open,
        nextDueOn: state === 'received' ? acceptance.dueOn : NEVER_DUE,
      },
      ...(state === 'received' ? {} : { acceptedOn: receivedOn, decidedOn: receivedOn }),
      history: [{ action: 'file', to: 'received', at: now, on: receivedOn, by: { kind: 'complainant' } }],
      ...complaintSecrets.sealFields(_id, { complainantName, phone }),
      ...searchFields({
        names: [names.projectName, names.employerName],
        sealedPersons: [complainantName],
      }),
    };
  };
  for (let from = 0; from < count; from += BATCH) {
    if (from % 10_000 === 0) say(`loading complaints: ${from} of ${count}`);
    const size = Math.min(BATCH, count - from);
    // mongoose's own type of the nested schemas knows less than the schema checks
    await Complaints.insertMany(Array.from({ length: size }, (_, at) => one(from + at)) as never[], {
      ordered: false,
      lean: true,
    });
  }
}
