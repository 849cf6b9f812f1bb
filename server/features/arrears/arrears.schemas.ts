import Joi from 'joi';
import type {
  ArrearsLineView,
  BuildArrears,
  EditArrearsLine,
  MarkArrears,
  MarkForSide,
  SettleArrears,
  ShowArrears,
  TellArrears,
} from '../../core/contract/arrears.ts';
import { LINE_STANDINGS } from '../../core/contract/arrears.ts';
import { LIABILITY_FACTS } from '../../core/contract/liability.ts';
import type { DecideLiability, PutLiabilityFacts } from '../../core/contract/liability.ts';
import type { AnswerArrears } from '../../core/contract/own-arrears.ts';
import type { PartyRef } from '../../core/contract/cases.ts';
import type { PageQuery } from '../../core/contract/page.ts';
import type { Fen } from '../../core/kit/money.ts';
import type { PayMonth } from '../../core/kit/plain-date.ts';
import { LIABILITY_RULES } from '../../core/law/liability.ts';
import { fen, id, pageKeys, plainDate, properName, text } from '../../platform/http/shapes.ts';
import type { ListLines } from './list-lines.ts';
import type { ListPeople } from './list-people.ts';

/** A billion yuan for one person and month is a slip of the pen; sums stay far from where they lose their fen. */
const MOST_FEN = 100_000_000_000;
const MOST_LINES = 500;
const MOST_FILES = 20;

/** The patterns have checked the values; joi's types know numbers and texts only. */
const money = () => fen().max(MOST_FEN) as Joi.NumberSchema<Fen>;
const month = () => Joi.string().pattern(/^20\d{2}-(0[1-9]|1[0-2])$/, 'month') as Joi.StringSchema<PayMonth>;
const reason = () => text(1000);
const ids = (most: number) => Joi.array().items(id()).unique().max(most);
const mark = () => Joi.string().valid('agreed', 'disputed').required();

export const buildBody = Joi.object<BuildArrears, true>({ from: month(), to: month() }).required();
export const revisionQuery = Joi.object<{ revision?: number }, true>({
  revision: Joi.number().integer().min(1).max(100_000),
});
export const peopleQuery = Joi.object<ListPeople, true>({
  q: text(50),
  standing: Joi.string().valid(...LINE_STANDINGS),
  cursor: Joi.string().max(1000),
  limit: Joi.number().integer().min(1).max(200),
});
export const linesQuery = Joi.object<ListLines, true>({ ...pageKeys(['place']), claimId: id() });
export const pageQuery = Joi.object<PageQuery, true>({ ...pageKeys(['place']) });

export const editLineBody = Joi.object<EditArrearsLine, true>({
  basis: Joi.object<ArrearsLineView['basis'], true>({
    kind: Joi.string().valid('days', 'hours', 'pieces', 'monthly', 'sum').required(),
    hundredths: Joi.number().strict().integer().min(0).max(100_000_000),
    rateFen: money(),
  }),
  earnedFen: money(),
  deductedFen: money(),
  paidFen: money(),
  foundFen: money(),
  reason: reason().required(),
})
  .or('basis', 'earnedFen', 'deductedFen', 'paidFen', 'foundFen')
  .required();
export const showBody = Joi.object<ShowArrears, true>({
  answerBy: plainDate().required(), // plainDate() has checked the day
}).required();
export const tellBody = Joi.object<TellArrears, true>({
  answerBy: plainDate().required(), // as above
  reason: reason().required(),
}).required();
export const settleBody = Joi.object<SettleArrears, true>({
  marks: Joi.number().strict().integer().min(0).required(),
}).required();

const said = {
  mark: mark(),
  saysFen: money(),
  reason: reason(),
} as const;
const marks = { ...said, lineIds: ids(MOST_LINES).min(1).required(), fileIds: ids(MOST_FILES) } as const;
export const markBody = Joi.object<MarkArrears, true>(marks).required();
export const markForSideBody = Joi.object<MarkForSide, true>({
  ...marks,
  side: Joi.string().valid('worker', 'employer').required(),
}).required();
export const answerBody = Joi.object<AnswerArrears, true>(said).required();
export const lineParams = Joi.object<{ lineId: string }, true>({ lineId: id().required() });

const party = () => Joi.object<PartyRef, true>({ companyId: id(), name: properName(100).required() });
export const decideBody = Joi.object<DecideLiability, true>({
  rule: Joi.string()
    .valid(...LIABILITY_RULES)
    .required(),
  primaryPayer: party(),
  firstPayer: party(),
  recourseAgainst: party(),
  reason: reason().required(),
}).required();
const answer = () => Joi.boolean().strict().allow(null);
export const factsBody = Joi.object<PutLiabilityFacts, true>({
  answers: Joi.object(Object.fromEntries(LIABILITY_FACTS.map((name) => [name, answer()]))).required(),
  ownerUnpaidFen: money().allow(null),
}).required();
