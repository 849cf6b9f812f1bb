import type { WriteTeam } from '../../core/contract/roster.ts';
import type { PayMonth, PlainDate } from '../../core/kit/plain-date.ts';
import { partsOf, payMonthOf } from '../../core/kit/plain-date.ts';
import { AppError } from '../../platform/app-error.ts';
import { appendEvent } from '../../platform/audit/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { isOfficeOf } from '../../platform/office-reach.ts';
import type { ProjectRef } from '../projects/index.ts';
import type { EnrolmentRecord, Secrets } from './enrolment.model.ts';
import { Enrolments, enrolmentSecrets } from './enrolment.model.ts';
import { peopleOf } from './find-roster.ts';
import type { TeamRef } from './team-refs.ts';
import { teamRef } from './team-refs.ts';
import { findTeamNamed, insertTeam } from './team.model.ts';
import { columnsOf, findPeople, monthsOf, saveMonths } from './write-attendance.ts';

/** Somebody of the roster with his numbers opened, to be handed to another register. */
export interface HandedPerson extends Secrets {
  enrolmentId: string;
  teamId: string;
  record: Pick<
    EnrolmentRecord,
    'name' | 'workType' | 'workRole' | 'isTeamLeader' | 'contract' | 'bankName' | 'enteredOn' | 'leftOn'
  >;
}

/** Everybody on site in the month and those who wait at the gate. No reader's limits: the caller records the view. */
export async function handOverPeople(projectId: string, month: PayMonth): Promise<HandedPerson[]> {
  const found = await peopleOf({ projectId }, month);
  return found.map((record) => ({
    enrolmentId: String(record._id),
    teamId: String(record.teamId),
    record,
    ...enrolmentSecrets.openFields(record),
  }));
}

/** A place in a team, of somebody present or gone, as far as a list from elsewhere is compared with it. */
export interface StandingPerson {
  enrolmentId: string;
  citizenIdIndex?: string;
  enteredOn?: PlainDate;
  leftOn?: PlainDate;
}

/** Every place of a team, whoever has left included (index projectId+teamId+name). */
export async function standingIn({ projectId, id: teamId }: TeamRef): Promise<StandingPerson[]> {
  const fields = { citizenIdIndex: 1, enteredOn: 1, leftOn: 1 } as const;
  const found: unknown = await Enrolments.find({ projectId, teamId }, fields).lean();
  const records = found as EnrolmentRecord[]; // lean documents of this model, with the fields asked for
  return records.map(({ _id, citizenIdIndex, enteredOn, leftOn }) => ({
    enrolmentId: String(_id),
    ...(citizenIdIndex === undefined ? {} : { citizenIdIndex }),
    ...(enteredOn === undefined ? {} : { enteredOn }),
    ...(leftOn === undefined ? {} : { leftOn }),
  }));
}

/** The team of this employer by its name, opened by the office where there is none; in the caller's transaction. */
export async function takeOverTeam(
  project: ProjectRef,
  input: WriteTeam,
  ctx: Ctx,
): Promise<{ team: TeamRef; made: boolean }> {
  const { areaCode, id: projectId } = project;
  if (!isOfficeOf(ctx, areaCode)) throw new AppError('forbidden');
  const known = await findTeamNamed(projectId, input.employerId, input.name);
  if (known !== null) return { team: teamRef(known), made: false };
  const team = await insertTeam({ ...input, projectId, areaCode, createdAt: ctx.now });
  const { employerId, enteredOn, leftOn } = input;
  const facts = { projectId, employerId, enteredOn, leftOn, takenOver: true };
  const subject = `team:${String(team._id)}` as const;
  await appendEvent({ subject, areaCode, action: 'team.created', facts }, ctx);
  return { team: teamRef(team), made: true };
}

export interface TakenDay {
  enrolmentId: string;
  day: PlainDate;
  hundredths: number;
  hoursHundredths?: number;
}

/**
 * Days another register knows of, kept as a workbook's: a device outranks them. A day of which anything is on record
 * stays as it is. In the caller's transaction; answers how many were new.
 */
export async function takeOverDays(team: TeamRef, days: readonly TakenDay[], ctx: Ctx): Promise<number> {
  let marks = 0;
  for (const month of new Set(days.map(({ day }) => payMonthOf(day)))) {
    const written = days.filter(({ day }) => payMonthOf(day) === month);
    const people = await findPeople([...new Set(written.map(({ enrolmentId }) => enrolmentId))]);
    const months = await monthsOf(people, month);
    for (const { enrolmentId, day, hundredths, hoursHundredths } of written) {
      const record = months.get(enrolmentId);
      if (record === undefined) continue;
      const at = partsOf(day).day - 1;
      const isKnown = [record.device, record.workbook, record.hand].some(
        (source) => typeof source?.days[at] === 'number',
      );
      if (isKnown) continue;
      const columns = columnsOf(record, 'workbook');
      columns.days[at] = hundredths;
      columns.hours[at] = hoursHundredths ?? null;
      marks += 1;
    }
    await saveMonths([...months.values()]);
  }
  if (marks === 0) return 0;
  const { areaCode, projectId, id } = team;
  const facts = { projectId, marks, takenOver: true };
  await appendEvent({ subject: `team:${id}`, areaCode, action: 'attendance.imported', facts }, ctx);
  return marks;
}
