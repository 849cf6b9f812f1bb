import Joi from 'joi';
import type {
  AcceptComplaint,
  ConfirmWithdrawal,
  MergeComplaint,
  ProposeRefusal,
  RequestSupplement,
  RevealComplainant,
  TransferComplaint,
  WithNote,
  WithReason,
  WriteMessage,
} from '../../core/contract/complaint-moves.ts';
import { REFUSAL_GROUNDS } from '../../core/contract/complaints.ts';
import type { AnswerSupplement } from '../../core/contract/tracking.ts';
import { areaCode, id, text } from '../../platform/http/shapes.ts';
import { fileIds, reason } from './complaints.schemas.ts';

const note = (): Joi.StringSchema => text(1000);

export const requestSupplementBody = Joi.object<RequestSupplement, true>({
  question: text(1000, 2).required(),
  toldHow: text(500, 2),
});
export const supplementBody = Joi.object<AnswerSupplement, true>({
  text: text(5000).required(),
  fileIds: fileIds().required(),
});
export const acceptBody = Joi.object<AcceptComplaint, true>({ note: note() });
export const noteBody = Joi.object<WithNote, true>({ note: note() });
export const reasonBody = Joi.object<WithReason, true>({ reason: reason().required() });
export const proposeRefusalBody = Joi.object<ProposeRefusal, true>({
  ground: Joi.string()
    .valid(...REFUSAL_GROUNDS)
    .required(),
  reason: reason().required(),
  whereInstead: text(500, 2).required(),
});
export const transferBody = Joi.object<TransferComplaint, true>({
  toAreaCode: areaCode().min(6),
  toDepartment: Joi.string().pattern(/^[a-zA-Z][a-zA-Z0-9-]{0,39}$/, 'department'),
  reason: reason().required(),
}).xor('toAreaCode', 'toDepartment');
export const mergeBody = Joi.object<MergeComplaint, true>({
  intoId: id().required(),
  reason: reason().required(),
});
export const confirmWithdrawalBody = Joi.object<ConfirmWithdrawal, true>({
  confirmedBy: Joi.string().valid('phone', 'visit').required(),
  pressed: Joi.boolean().strict().valid(false).required(),
  note: text(1000, 2).required(),
});
export const writeMessageBody = Joi.object<WriteMessage, true>({
  text: text(2000).required(),
  fileIds: fileIds().required(),
});
export const revealBody = Joi.object<RevealComplainant, true>({
  field: Joi.string().valid('phone', 'citizenId', 'contact').required(),
  reason: text(200, 2).required(),
});
