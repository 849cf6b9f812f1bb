import Joi from 'joi';
import type {
  AnswerCard,
  AnswerCardLink,
  AnswerPayLine,
  AnswerPayLink,
  OpenPayLink,
} from '../../core/contract/my-pay.ts';
import type { AskLedger, ReturnPayroll } from '../../core/contract/payroll.ts';
import { PAY_ANSWERS } from '../../core/contract/payroll.ts';
import type { PageQuery } from '../../core/contract/page.ts';
import type { Fen } from '../../core/kit/money.ts';
import type { PayMonth } from '../../core/kit/plain-date.ts';
import { fen, id, pageKeys, text } from '../../platform/http/shapes.ts';
import { month } from './payroll.schemas.ts';

/** A hundred million yuan: nobody's wages. */
const MOST_FEN = 10_000_000_000;
const MOST_LINES = 2000;

export const returnBody = Joi.object<ReturnPayroll, true>({
  reason: text(500, 2).required(),
  lines: Joi.array()
    .items(Joi.object({ lineId: id().required(), reason: text(200).required() }))
    .max(MOST_LINES)
    .unique('lineId')
    .required(),
});

const answer = {
  kind: Joi.string()
    .valid(...PAY_ANSWERS)
    .required(),
  // branded by the schema that has checked it
  amountFen: (fen().min(1).max(MOST_FEN) as Joi.NumberSchema<Fen>).when('kind', {
    is: 'less',
    then: Joi.required(),
    otherwise: Joi.forbidden(),
  }),
  note: text(500),
};
export const answerBody = Joi.object<AnswerPayLine, true>(answer);
const card = { inHand: Joi.boolean().strict().required() };
export const cardBody = Joi.object<AnswerCard, true>(card);

const code = Joi.string()
  .trim()
  .pattern(/^\d{4}$/, 'code')
  .required();
export const tokenParams = Joi.object<{ token: string }, true>({
  token: Joi.string()
    .pattern(/^[\w-]{10,60}$/, 'token')
    .required(),
});
export const openBody = Joi.object<OpenPayLink, true>({ code });
export const answerLinkBody = Joi.object<AnswerPayLink, true>({ code, ...answer });
export const cardLinkBody = Joi.object<AnswerCardLink, true>({ code, ...card });

export const myListQuery = Joi.object<PageQuery, true>(pageKeys(['payMonth']));
export const attendanceQuery = Joi.object<{ enrolmentId: string; month: PayMonth }, true>({
  enrolmentId: id().required(),
  month: month().required(),
});

export const ledgerQuery = Joi.object<AskLedger, true>({
  projectId: id().required(),
  from: month().required(),
  to: month().required(),
  employerId: id(),
  format: Joi.string().valid('xlsx', 'pdf').default('xlsx'),
  reason: text(200, 2).required(),
});
