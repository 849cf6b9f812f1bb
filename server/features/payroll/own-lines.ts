import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { ownPhone } from '../complaints/index.ts';
import { enrolmentsOfPhone, enrolmentsOfWorkers } from '../roster/index.ts';
import type { EnrolmentRef } from '../roster/index.ts';
import { findWorkersOfPhone } from '../workers/index.ts';
import { asLine, PayrollLines } from './payroll-line.model.ts';
import type { PayrollLineRecord } from './payroll.record.ts';

/** Who the phone that signed in stands for. */
export interface OwnPerson {
  /** Worker records with this phone: everything on record of them is his. */
  workerIds: string[];
  /** Rosters on which an employer wrote this phone: those alone, because anybody may write any phone there. */
  enrolments: EnrolmentRef[];
}

export async function ownPerson(ctx: Ctx): Promise<OwnPerson> {
  const phone = await ownPhone(ctx);
  if (phone === null) return { workerIds: [], enrolments: [] };
  const [workers, enrolments] = await Promise.all([findWorkersOfPhone(phone), enrolmentsOfPhone(phone)]);
  return { workerIds: workers.map(({ id }) => id), enrolments };
}

/** Every enrolment that is his, by his own record or by the phone on it. */
export async function ownEnrolments(ctx: Ctx): Promise<EnrolmentRef[]> {
  const { workerIds, enrolments } = await ownPerson(ctx);
  const all = [...(workerIds.length === 0 ? [] : await enrolmentsOfWorkers(workerIds)), ...enrolments];
  return [...new Map(all.map((one) => [one.id, one])).values()];
}

/** The reader's own lines as a condition (index workerId+payMonth+_id); of sheets that count alone. */
export async function ownLines(ctx: Ctx): Promise<Record<string, unknown>> {
  const { workerIds, enrolments } = await ownPerson(ctx);
  const known = new Set(workerIds);
  const onRoster = enrolments.filter(({ workerId }) => !known.has(workerId));
  if (onRoster.length === 0) return { workerId: { $in: workerIds }, standing: true };
  return {
    workerId: { $in: [...workerIds, ...new Set(onRoster.map(({ workerId }) => workerId))] },
    standing: true,
    $or: [{ workerId: { $in: workerIds } }, { enrolmentId: { $in: onRoster.map(({ id }) => id) } }],
  };
}

/** One own line; somebody else's is not found. */
export async function getOwnLine(id: string, ctx: Ctx): Promise<PayrollLineRecord> {
  const found = asLine(await PayrollLines.findOne({ $and: [{ _id: id }, await ownLines(ctx)] }).lean());
  if (found === null) throw new AppError('notFound');
  return found;
}
