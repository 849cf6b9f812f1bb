import mongoose from 'mongoose';
import type { PayMonth, PlainDate } from '../../core/kit/plain-date.ts';
import { retryWhenTaken } from '../../platform/audit/index.ts';
import { touchProjects } from '../../platform/touched-projects.ts';
import type { AttendanceRecord } from './attendance.model.ts';

type ObjectId = mongoose.Types.ObjectId;

/** What is known of one team's month, kept with every change of its people's: a county has millions of those. */
export interface TeamMonthRecord {
  projectId: ObjectId;
  teamId: ObjectId;
  month: PayMonth;
  /** With any time worked. */
  people: number;
  daysHundredths: number;
  /** The newest day anybody has recorded anything of. */
  lastOn?: PlainDate;
  /** The day the first record of this month came in; unknown where it was taken over from elsewhere. */
  takenOn?: PlainDate;
}

const id = { type: mongoose.Schema.Types.ObjectId, required: true } as const;
const whole = { type: Number, required: true } as const;
const schema = new mongoose.Schema(
  {
    projectId: id,
    teamId: id,
    month: { type: String, required: true },
    people: whole,
    daysHundredths: whole,
    lastOn: String,
    takenOn: String,
  },
  { collection: 'teamMonths', strict: 'throw', versionKey: false },
);
schema.index({ teamId: 1, month: 1 }, { unique: true });
schema.index({ projectId: 1, month: 1 });

export const TeamMonths = mongoose.model('teamMonths', schema);

/** One person's month before and after it was written. */
export interface WrittenMonth {
  before: { daysHundredths: number };
  after: Omit<AttendanceRecord, '_id' | 'version'>;
}

/**
 * Adds what was written to the months of the teams and touches the projects, in the transaction that wrote it. Two who
 * write of one team at once meet here: the second transaction runs again on top of the first.
 */
export async function addToTeamMonths(written: readonly WrittenMonth[], takenOn?: PlainDate): Promise<void> {
  const sums = new Map<string, TeamMonthRecord>();
  for (const { before, after } of written) {
    const { projectId, teamId, month } = after;
    const key = `${String(teamId)}:${month}`;
    const sum = sums.get(key) ?? { projectId, teamId, month, people: 0, daysHundredths: 0 };
    sum.people += Number(after.daysHundredths > 0) - Number(before.daysHundredths > 0);
    sum.daysHundredths += after.daysHundredths - before.daysHundredths;
    const lastOn = lastRecorded(after);
    if (lastOn !== undefined && (sum.lastOn === undefined || lastOn > sum.lastOn)) sum.lastOn = lastOn;
    sums.set(key, sum);
  }
  if (sums.size === 0) return;
  await TeamMonths.bulkWrite(
    [...sums.values()].map(({ projectId, teamId, month, people, daysHundredths, lastOn }) => ({
      updateOne: {
        filter: { teamId, month },
        update: {
          $inc: { people, daysHundredths },
          ...(lastOn === undefined ? {} : { $max: { lastOn } }),
          $setOnInsert: {
            ...{ _id: new mongoose.Types.ObjectId(), projectId },
            ...(takenOn === undefined ? {} : { takenOn }),
          },
        },
        upsert: true,
      },
    })),
    { ordered: false },
  ).catch(retryWhenTaken);
  await touchProjects([...sums.values()].map(({ projectId }) => projectId));
}

function lastRecorded({ month, device, workbook, hand }: WrittenMonth['after']): PlainDate | undefined {
  const place = Math.max(
    ...[device, workbook, hand].map((source) => source?.days.findLastIndex((value) => value !== null) ?? -1),
  );
  return place < 0 ? undefined : (`${month}-${String(place + 1).padStart(2, '0')}` as PlainDate); // a day of that month
}

/** Months of these projects, from one to another (index projectId+month). */
export async function findTeamMonths(
  projectIds: readonly string[],
  from: PayMonth,
  to: PayMonth,
): Promise<TeamMonthRecord[]> {
  const within = { projectId: { $in: [...projectIds] }, month: { $gte: from, $lte: to } };
  const found: unknown = await TeamMonths.find(within, { _id: 0 }).lean();
  return found as TeamMonthRecord[]; // lean documents of this model
}
