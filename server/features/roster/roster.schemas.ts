import Joi from 'joi';
import type { CheckAttendance, MarkAttendance, PunchBatch } from '../../core/contract/attendance.ts';
import type {
  CheckRoster,
  EnterSite,
  LeaveSite,
  SettleEnrolment,
  WriteEnrolment,
  WriteTeam,
} from '../../core/contract/roster.ts';
import { CONTRACT_KINDS, ENROLMENT_STATES, PAY_KINDS, WORK_ROLES } from '../../core/contract/roster.ts';
import type { RevealWorker } from '../../core/contract/workers.ts';
import { WORKER_SECRETS } from '../../core/contract/workers.ts';
import type { PayMonth } from '../../core/kit/plain-date.ts';
import { isPayMonth } from '../../core/kit/plain-date.ts';
import { fen, id, mobile, pageKeys, plainDate, properName, text } from '../../platform/http/shapes.ts';
import { exportKeys } from '../../platform/tables/index.ts';
import type { ExportEnrolments } from './export-enrolments.ts';
import type { ListEnrolments } from './list-enrolments.ts';
import { ENROLMENT_SORTS } from './list-enrolments.ts';
import type { AskAttendanceMonth } from './get-attendance-month.ts';

/** More than any day's or month's wage, so that a slip of the keyboard is caught. */
const rate = () => fen().min(1).max(10_000_000);
const payMonth = (): Joi.StringSchema =>
  Joi.string()
    .pattern(/^\d{4}-\d{2}$/, 'month')
    .custom((value: string, helpers) => (isPayMonth(value) ? value : helpers.error('date.format')));

const filters = {
  projectId: id(),
  employerId: id(),
  teamId: id(),
  state: Joi.string().valid(...ENROLMENT_STATES),
  q: text(50),
  workType: Joi.string().pattern(/^\d{1,6}$/, 'code'),
  gate: Joi.string().valid('closed'),
  elsewhere: Joi.boolean().valid(true),
  unsettled: Joi.boolean().valid(true),
};
const { sort, ...paging } = pageKeys(Object.keys(ENROLMENT_SORTS));
export const listEnrolmentsQuery = Joi.object<ListEnrolments>({ ...paging, sort, ...filters });
export const exportEnrolmentsQuery = Joi.object<ExportEnrolments>({ sort, ...filters, ...exportKeys });

export const writeTeamBody = Joi.object<WriteTeam, true>({
  employerId: id().required(),
  name: properName(50).required(),
  leaderName: properName(50),
  leaderPhone: mobile(),
  enteredOn: plainDate().required(),
  leftOn: plainDate(),
});

const contract = Joi.object<NonNullable<WriteEnrolment['contract']>, true>({
  kind: Joi.string()
    .valid(...CONTRACT_KINDS)
    .required(),
  signedOn: plainDate().required(),
  from: plainDate().required(),
  until: plainDate(),
  fileId: id(),
});

export const writeEnrolmentBody = Joi.object<WriteEnrolment, true>({
  projectId: id().required(),
  teamId: id().required(),
  name: properName(50).required(),
  citizenId: text(40),
  phone: mobile(),
  bankCard: text(40),
  bankName: properName(100),
  workType: Joi.string()
    .pattern(/^\d{1,6}$/, 'code')
    .required(),
  workRole: Joi.string()
    .valid(...WORK_ROLES)
    .required(),
  isTeamLeader: Joi.boolean().strict().required(),
  payKind: Joi.string()
    .valid(...PAY_KINDS)
    .required(),
  dayRateFen: rate(),
  monthRateFen: rate(),
  piecePriceFen: rate(),
  pieceUnit: properName(20),
  contract,
  safetyTrainedOn: plainDate(),
});

export const enterBody = Joi.object<EnterSite, true>({ on: plainDate().required() });
export const leaveBody = Joi.object<LeaveSite, true>({
  on: plainDate().required(),
  reason: text(200, 2).required(),
});
export const settleBody = Joi.object<SettleEnrolment, true>({
  on: plainDate().required(),
  note: text(200, 2).required(),
});
export const revealBody = Joi.object<RevealWorker, true>({
  field: Joi.string()
    .valid(...WORKER_SECRETS)
    .required(),
  reason: text(200, 2).required(),
});

export const attendanceMonthQuery = Joi.object<AskAttendanceMonth>({
  month: payMonth().required(),
  teamId: id(),
  cursor: paging.cursor,
  limit: paging.limit,
});

export const markParams = Joi.object<{ id: string; day: string }, true>({
  id: id().required(),
  day: plainDate().required(),
});
export const markBody = Joi.object<MarkAttendance, true>({
  hundredths: Joi.number().strict().integer().min(0).max(200).required(),
  hoursHundredths: Joi.number().strict().integer().min(0).max(2400),
  reason: text(200, 2).required(),
});

export const teamQuery = Joi.object<{ projectId: string; teamId: string }, true>({
  projectId: id().required(),
  teamId: id().required(),
});
export const teamMonthQuery = Joi.object<{ projectId: string; teamId: string; month: PayMonth }, true>({
  projectId: id().required(),
  teamId: id().required(),
  month: payMonth().required(),
});
export const checkRosterBody = Joi.object<CheckRoster, true>({
  fileId: id().required(),
  projectId: id().required(),
  teamId: id().required(),
});
export const checkAttendanceBody = Joi.object<CheckAttendance, true>({
  fileId: id().required(),
  projectId: id().required(),
  teamId: id().required(),
  month: payMonth().required(),
});

const punch = Joi.object<PunchBatch['punches'][number], true>({
  citizenId: Joi.string().pattern(/^\d{17}[\dXx]$/, 'citizen id'),
  enrolmentId: id(),
  at: Joi.string()
    .pattern(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?(Z|[+-]\d\d:\d\d)$/, 'instant')
    .custom((value: string, helpers) =>
      Number.isNaN(Date.parse(value)) ? helpers.error('date.format') : value,
    )
    .required(),
  direction: Joi.string().valid('in', 'out').required(),
}).xor('citizenId', 'enrolmentId');
export const punchBatchBody = Joi.object<PunchBatch, true>({
  batchId: Joi.string()
    .pattern(/^[\w-]{8,64}$/, 'batch id')
    .required(),
  projectCode: Joi.string()
    .pattern(/^\d{10}$/, 'project code')
    .required(),
  punches: Joi.array().items(punch).min(1).max(1000).required(),
});
