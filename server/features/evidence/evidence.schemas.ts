import Joi from 'joi';
import { EVIDENCE_KINDS, EVIDENCE_SIDES } from '../../core/contract/evidence.ts';
import type {
  AddEvidence,
  EditEvidence,
  FrozenRecord,
  ListEvidence,
  RedactEvidence,
  TakeInEvidence,
  WithdrawEvidence,
} from '../../core/contract/evidence.ts';
import { id, pageKeys, plainDate, text } from '../../platform/http/shapes.ts';

const kind = (): Joi.StringSchema => Joi.string().valid(...EVIDENCE_KINDS);
const side = (): Joi.StringSchema => Joi.string().valid(...EVIDENCE_SIDES);
const thousandths = (least: number): Joi.NumberSchema => Joi.number().strict().integer().min(least).max(1000);

export const listEvidenceQuery = Joi.object<ListEvidence, true>({
  kind: kind(),
  side: side(),
  q: text(50),
  ...pageKeys(['number']),
});

const record = Joi.object<FrozenRecord, true>({
  kind: Joi.string().valid('bankRow', 'payrollLine', 'attendance').required(),
  id: id().required(),
  month: Joi.string()
    .pattern(/^20\d\d-(0[1-9]|1[0-2])$/, 'YYYY-MM')
    .when('kind', { is: 'attendance', then: Joi.required(), otherwise: Joi.forbidden() }),
});

/** An interview becomes evidence when it is finished, never by hand. */
export const addEvidenceBody = Joi.object<AddEvidence, true>({
  kind: Joi.string()
    .valid(...EVIDENCE_KINDS.filter((one) => one !== 'interview'))
    .required(),
  side: side().required(),
  title: text(120).required(),
  shows: text(500),
  obtainedOn: plainDate().required(),
  place: text(120),
  fileId: id(),
  record,
});

export const takeInBody = Joi.object<TakeInEvidence, true>({ complaintId: id() });

export const editEvidenceBody = Joi.object<EditEvidence, true>({
  title: text(120).required(),
  shows: text(500),
  side: side().required(),
});

export const withdrawBody = Joi.object<WithdrawEvidence, true>({ reason: text(300).required() });

const box = Joi.object<RedactEvidence['boxes'][number], true>({
  left: thousandths(0).required(),
  top: thousandths(0).required(),
  width: thousandths(1).required(),
  height: thousandths(1).required(),
});
export const redactBody = Joi.object<RedactEvidence, true>({
  boxes: Joi.array().items(box).min(1).max(50).required(),
  reason: text(300).required(),
});
