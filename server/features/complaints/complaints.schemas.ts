import Joi from 'joi';
import type {
  EditComplaint,
  FileAnonymousReport,
  FileComplaint,
  NamedPerson,
  RegisterComplaint,
} from '../../core/contract/complaint-intake.ts';
import type { ExportFormat } from '../../core/contract/page.ts';
import type { ListComplaints } from '../../core/contract/complaints.ts';
import {
  COMPLAINT_STATES,
  DECISIONS,
  DUE_FILTERS,
  INTAKE_KINDS,
  LEAD_CHANNELS,
} from '../../core/contract/complaints.ts';
import type { Fen } from '../../core/kit/money.ts';
import type { PayMonth, PlainDate } from '../../core/kit/plain-date.ts';
import {
  areaCode,
  fen,
  id,
  mobile,
  pageKeys,
  plainDate,
  properName,
  text,
} from '../../platform/http/shapes.ts';
import { exportKeys } from '../../platform/tables/index.ts';

/** A hundred billion yuan: more than any list adds up to, and far from where sums lose their fen. */
const MOST_FEN = 10_000_000_000_000;
const MOST_PEOPLE = 100_000;
const MOST_MONTHS = 36;
const MOST_LISTED = 500;
const MOST_FILES = 20;

/** The schemas below brand what they have checked; joi types know plain numbers and texts only. */
const money = () => fen().max(MOST_FEN) as Joi.NumberSchema<Fen>;
const day = () => plainDate() as Joi.StringSchema<PlainDate>;
const month = () => Joi.string().pattern(/^20\d{2}-(0[1-9]|1[0-2])$/, 'month') as Joi.StringSchema<PayMonth>;

/** Blanks and the dots between parts of a name are no name: nothing would be left to compare. */
export const name = (): Joi.StringSchema =>
  properName(50).pattern(/[^\s\u00b7\u0387\u2022]/u, '至少一个字 / at least one letter');
const citizenId = (): Joi.StringSchema =>
  Joi.string()
    .trim()
    .uppercase()
    .pattern(/^[1-9]\d{16}[\dX]$/, 'citizen id');
const countyOrBelow = (): Joi.StringSchema => areaCode().min(6);
export const fileIds = (): Joi.ArraySchema<string[]> => Joi.array().items(id()).max(MOST_FILES).unique();
export const reason = (): Joi.StringSchema => text(1000, 2);
const headcount = (): Joi.NumberSchema => Joi.number().strict().integer().min(1).max(MOST_PEOPLE);
const payMonths = (least: number) => Joi.array().items(month()).min(least).max(MOST_MONTHS).unique();
const story = (): Joi.StringSchema => text(5000, 2);
const intakeKind = () => Joi.string().valid(...INTAKE_KINDS);

const place = {
  projectCode: Joi.string()
    .trim()
    .pattern(/^\d{10}$/, 'project code'),
  projectName: properName(120),
  employerName: properName(120),
  site: text(200),
} as const;
/** Somebody must be found for it: a site, a project or an employer. */
const SOMEWHERE = ['projectCode', 'projectName', 'employerName', 'site'] as const;

export const fileComplaintBody = Joi.object<FileComplaint, true>({
  ...place,
  intakeKind: intakeKind().required(),
  areaCode: countyOrBelow().required(),
  headcount: headcount().required(),
  payMonths: payMonths(1).required(),
  owedFen: money().min(1).required(),
  story: story().required(),
  fileIds: fileIds().required(),
  name: name().required(),
  citizenId: citizenId(),
}).or(...SOMEWHERE);

export const fileReportBody = Joi.object<FileAnonymousReport, true>({
  ...place,
  areaCode: countyOrBelow().required(),
  headcount: headcount().required(),
  payMonths: payMonths(0).required(),
  owedFen: money().required(),
  story: story().required(),
  contact: text(100, 3),
}).or(...SOMEWHERE);

const person = Joi.object<NamedPerson, true>({
  name: name().required(),
  citizenId: citizenId(),
  phone: mobile(),
  bankCard: Joi.string()
    .trim()
    .pattern(/^\d{13,19}$/, 'bank card'),
  months: Joi.array()
    .items(Joi.object({ payMonth: month().required(), owedFen: money().required() }))
    .max(MOST_MONTHS)
    .unique('payMonth')
    .required(),
});

export const registerBody = Joi.object<RegisterComplaint, true>({
  ...place,
  intakeKind: intakeKind().required(),
  areaCode: countyOrBelow().required(),
  headcount: headcount().required(),
  payMonths: payMonths(0).required(),
  owedFen: money().required(),
  story: story().required(),
  fileIds: fileIds().required(),
  channel: Joi.string()
    .valid(...LEAD_CHANNELS.filter((channel) => channel !== 'ONLINE' && channel !== 'PAY_ANSWER'))
    .required(),
  receivedOn: day().required(),
  externalNumber: text(60),
  name: name().when('intakeKind', { is: 'COMPLAINT', then: Joi.required() }),
  phone: mobile(),
  citizenId: citizenId(),
  projectId: id(),
  employerId: id(),
  people: Joi.array().items(person).max(MOST_LISTED),
}).or(...SOMEWHERE, 'projectId', 'employerId');

export const editBody = Joi.object<EditComplaint, true>({
  projectId: id(),
  employerId: id(),
  projectName: properName(120),
  employerName: properName(120),
  site: text(200),
  areaCode: countyOrBelow(),
  headcount: headcount(),
  owedFen: money(),
  payMonths: payMonths(0),
}).min(1);

/** What the list can be ordered by, and the stored field for it. */
export const COMPLAINT_SORTS = {
  nextDueOn: 'nextDueOn',
  receivedAt: 'receivedAt',
  owedFen: 'owedFen',
  headcount: 'headcount',
} as const;

const filters = {
  q: text(60),
  state: Joi.string().valid(...COMPLAINT_STATES),
  open: Joi.boolean(),
  areaCode: areaCode(),
  channel: Joi.string().valid(...LEAD_CHANNELS),
  intakeKind: intakeKind(),
  projectId: id(),
  employerId: id(),
  due: Joi.string().valid(...DUE_FILTERS),
  owedFrom: Joi.number().integer().min(0).max(MOST_FEN) as Joi.NumberSchema<Fen>,
  owedTo: Joi.number().integer().min(0).max(MOST_FEN) as Joi.NumberSchema<Fen>,
  group: Joi.boolean(),
  receivedFrom: day(),
  receivedTo: day(),
  decided: Joi.string().valid(...DECISIONS),
  decidedFrom: day(),
  decidedTo: day(),
  withdrawalFrom: day(),
  withdrawalTo: day(),
  offered: Joi.boolean(),
  mine: Joi.boolean(),
  pending: Joi.boolean(),
} as const;
const page = pageKeys(Object.keys(COMPLAINT_SORTS));

export const listQuery = Joi.object<ListComplaints, true>({ ...filters, ...page });
export type ExportComplaints = Omit<ListComplaints, 'cursor' | 'limit'> & { format: ExportFormat };
export const exportQuery = Joi.object<ExportComplaints, true>({ ...filters, sort: page.sort, ...exportKeys });
