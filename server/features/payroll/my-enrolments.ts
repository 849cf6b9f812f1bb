import type { AttendanceMark } from '../../core/contract/attendance.ts';
import type { MyEnrolment } from '../../core/contract/my-pay.ts';
import type { PayMonth } from '../../core/kit/plain-date.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { companyNamesOf } from '../companies/index.ts';
import { findProjectRef } from '../projects/index.ts';
import { attendanceOf, attendedMonths, findTeam } from '../roster/index.ts';
import type { EnrolmentRef } from '../roster/index.ts';
import { ownEnrolments } from './own-lines.ts';

/** Where the worker stands on a roster, with the days he is known to have worked. */
export async function listMyEnrolments(ctx: Ctx): Promise<MyEnrolment[]> {
  const found = await ownEnrolments(ctx);
  const names = await companyNamesOf(found.map(({ employerId }) => employerId));
  const months = await attendedMonths(found.map(({ id }) => id));
  return Promise.all(
    found.map(async (one) => ({
      id: one.id,
      projectId: one.projectId,
      projectName: (await findProjectRef(one.projectId))?.name ?? '',
      employerName: names.get(one.employerId) ?? '',
      teamName: (await findTeam(one.teamId))?.name ?? '',
      workType: one.workType,
      payKind: one.payKind,
      ...optional(one),
      months: months.get(one.id) ?? [],
    })),
  );
}

const OPTIONAL = ['dayRateFen', 'piecePriceFen', 'contractSignedOn', 'enteredOn', 'leftOn'] as const;

function optional(one: EnrolmentRef): Pick<MyEnrolment, (typeof OPTIONAL)[number]> {
  const given = OPTIONAL.flatMap((key) => (one[key] === undefined ? [] : [[key, one[key]]]));
  return Object.fromEntries(given) as Pick<MyEnrolment, (typeof OPTIONAL)[number]>; // built from those very keys
}

/** The days of one month of an own enrolment; somebody else's is not found. */
export async function myAttendance(
  { enrolmentId, month }: { enrolmentId: string; month: PayMonth },
  ctx: Ctx,
): Promise<AttendanceMark[]> {
  const isOwn = (await ownEnrolments(ctx)).some(({ id }) => id === enrolmentId);
  if (!isOwn) throw new AppError('notFound');
  return (await attendanceOf([enrolmentId], month)).get(enrolmentId)?.marks ?? [];
}
