import mongoose from 'mongoose';
import type { PayKind } from '../../core/contract/roster.ts';
import type { Fen } from '../../core/kit/money.ts';
import type { PayMonth } from '../../core/kit/plain-date.ts';
import { Attendance } from './attendance.model.ts';
import type { AttendanceRecord } from './attendance.model.ts';
import type { EnrolmentRecord } from './enrolment.model.ts';
import { Enrolments } from './enrolment.model.ts';

/** One enrolment with what was agreed, known by blind indexes; nothing sealed is opened. */
export interface MarkedEnrolment {
  enrolmentId: string;
  workerId: string;
  name: string;
  citizenIdIndex?: string;
  phoneIndex?: string;
  payKind: PayKind;
  dayRateFen?: Fen;
  monthRateFen?: Fen;
  piecePriceFen?: Fen;
}

const FIELDS = {
  ...{ workerId: 1, projectId: 1, name: 1, citizenIdIndex: 1, phoneIndex: 1 },
  ...{ payKind: 1, dayRateFen: 1, monthRateFen: 1, piecePriceFen: 1 },
} as const;
const OPTIONAL = ['citizenIdIndex', 'phoneIndex', 'dayRateFen', 'monthRateFen', 'piecePriceFen'] as const;

/** Everybody ever enrolled on a project whose citizen id or phone is among these (indexes citizenIdIndex, phoneIndex). */
export async function enrolmentsByMarks(
  projectId: string,
  {
    citizenIdIndexes,
    phoneIndexes,
  }: { citizenIdIndexes: readonly string[]; phoneIndexes: readonly string[] },
): Promise<MarkedEnrolment[]> {
  const site = new mongoose.Types.ObjectId(projectId);
  // One question for each index: as alternatives of one they would be walked by the project's.
  const byId: unknown = await Enrolments.find(
    { citizenIdIndex: { $in: [...citizenIdIndexes] } },
    FIELDS,
  ).lean();
  const byPhone: unknown = await Enrolments.find({ phoneIndex: { $in: [...phoneIndexes] } }, FIELDS).lean();
  const found = [...(byId as EnrolmentRecord[]), ...(byPhone as EnrolmentRecord[])]; // lean documents of this model
  const own = found.filter((one) => String(one.projectId) === String(site));
  return [...new Map(own.map((one) => [String(one._id), one])).values()].map((record) => ({
    ...{ enrolmentId: String(record._id), workerId: String(record.workerId), name: record.name },
    payKind: record.payKind,
    ...(Object.fromEntries(
      OPTIONAL.flatMap((key) => (record[key] === undefined ? [] : [[key, record[key]]])),
    ) as Pick<MarkedEnrolment, (typeof OPTIONAL)[number]>), // whole fen and indexes as they were written
  }));
}

export interface MonthOfWork {
  enrolmentId: string;
  month: PayMonth;
  recordId: string;
  daysHundredths: number;
  hoursHundredths: number;
}

/** What is known of these months of these people (index enrolmentId+month); nothing of whom nobody recorded a day. */
export async function workOfMonths(
  enrolmentIds: readonly string[],
  from: PayMonth,
  to: PayMonth,
): Promise<MonthOfWork[]> {
  const where = { enrolmentId: { $in: [...enrolmentIds] }, month: { $gte: from, $lte: to } };
  const fields = { enrolmentId: 1, month: 1, daysHundredths: 1, hoursHundredths: 1 } as const;
  const found: unknown = await Attendance.find(where, fields).lean();
  return (found as AttendanceRecord[]).map(
    ({ _id, enrolmentId, month, daysHundredths, hoursHundredths }) => ({
      // lean documents of this model, with the fields asked for
      ...{ enrolmentId: String(enrolmentId), month, recordId: String(_id), daysHundredths, hoursHundredths },
    }),
  );
}
