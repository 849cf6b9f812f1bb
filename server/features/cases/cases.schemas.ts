import Joi from 'joi';
import type {
  AddCaseEvidence,
  AskClosure,
  AssignCase,
  CaseNote,
  CaseReason,
  EditCase,
  FileCase,
  JoinComplaint,
  LinkRecord,
  ListCases,
  OrderRectification,
  PartyRef,
  SuspendCase,
} from '../../core/contract/cases.ts';
import {
  CASE_PARTIES,
  CASE_STATES,
  CLOSURE_CODES,
  SERVICE_MODES,
  SUSPENSION_GROUNDS,
} from '../../core/contract/cases.ts';
import { DUE_FILTERS } from '../../core/contract/complaints.ts';
import type { PageQuery } from '../../core/contract/page.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import { LIABILITY_RULES } from '../../core/law/liability.ts';
import { areaCode, id, pageKeys, plainDate, properName, text } from '../../platform/http/shapes.ts';
import { exportKeys } from '../../platform/tables/index.ts';
import type { ExportCases } from './export-cases.ts';
import { CASE_SORTS } from './list-cases.ts';
import { CLAIM_SORTS } from './list-claims.ts';

const MOST_FILES = 50;
const MOST_COMPLAINTS = 200;

/** plainDate() has checked the form; joi's types know texts only. */
export const day = (): Joi.StringSchema<PlainDate> => plainDate() as Joi.StringSchema<PlainDate>;
export const reason = (): Joi.StringSchema => text(1000, 2);
export const fileIds = (): Joi.ArraySchema<string[]> => Joi.array().items(id()).max(MOST_FILES).unique();

const party = () => Joi.object<PartyRef, true>({ companyId: id(), name: properName(120).required() });
const parties = {
  respondent: party().required(),
  primaryPayer: party(),
  firstPayer: party(),
  recourseAgainst: party(),
  liabilityRule: Joi.string().valid(...LIABILITY_RULES),
};
const title = (): Joi.StringSchema => text(200, 2);

export const fileCaseBody = Joi.object<FileCase, true>({
  complaintIds: Joi.array().items(id()).min(1).max(MOST_COMPLAINTS).unique().required(),
  title: title().required(),
  leadInspectorId: id().required(),
  coInspectorId: id().required(),
  ...parties,
});
export const editCaseBody = Joi.object<EditCase, true>({ title: title().required(), ...parties });
export const linkBody = Joi.object<LinkRecord, true>({
  party: Joi.string().valid(...CASE_PARTIES),
  companyId: id(),
  projectId: id(),
})
  .xor('companyId', 'projectId')
  .and('party', 'companyId');
export const assignBody = Joi.object<AssignCase, true>({
  leadInspectorId: id().required(),
  coInspectorId: id().required(),
  reason: reason().required(),
});
export const joinBody = Joi.object<JoinComplaint, true>({
  complaintId: id().required(),
  reason: reason().required(),
});
export const noteBody = Joi.object<CaseNote, true>({ note: text(1000) });
export const reasonBody = Joi.object<CaseReason, true>({ reason: reason().required() });
export const suspendBody = Joi.object<SuspendCase, true>({
  ground: Joi.string()
    .valid(...SUSPENSION_GROUNDS)
    .required(),
  reason: reason().required(),
});
export const orderBody = Joi.object<OrderRectification, true>({
  servedOn: day().required(),
  rectifyBy: day().required(),
  mode: Joi.string()
    .valid(...SERVICE_MODES)
    .required(),
  demands: text(2000, 2).required(),
  fileIds: fileIds().required(),
});
export const askClosureBody = Joi.object<AskClosure, true>({
  code: Joi.string()
    .valid(...CLOSURE_CODES)
    .required(),
  statement: text(2000, 2).required(),
});
export const evidenceBody = Joi.object<AddCaseEvidence, true>({
  fileIds: fileIds().min(1).required(),
  note: text(1000).required(),
});

const filters = {
  q: text(100),
  state: Joi.string().valid(...CASE_STATES),
  open: Joi.boolean(),
  areaCode: areaCode(),
  projectId: id(),
  companyId: id(),
  inspectorId: id(),
  leadId: id(),
  coId: id(),
  mine: Joi.boolean(),
  nobodys: Joi.boolean(),
  askedFrom: day(),
  askedTo: day(),
  notPaid: Joi.boolean(),
  due: Joi.string().valid(...DUE_FILTERS),
  pending: Joi.boolean(),
  closureCode: Joi.string().valid(...CLOSURE_CODES),
  filedFrom: day(),
  filedTo: day(),
  closedFrom: day(),
  closedTo: day(),
} as const;
const paging = pageKeys(Object.keys(CASE_SORTS));
export const listCasesQuery = Joi.object<ListCases, true>({ ...filters, ...paging });
export const exportCasesQuery = Joi.object<ExportCases, true>({
  ...filters,
  sort: paging.sort,
  ...exportKeys,
});
export const listClaimsQuery = Joi.object<PageQuery, true>(pageKeys(Object.keys(CLAIM_SORTS)));
export const inspectorsQuery = Joi.object<{ officeCode: string }, true>({
  officeCode: areaCode().length(6).required(),
});
