import Joi from 'joi';
import type { CheckPayroll, FilePayroll, PayrollScope, TypedEntry } from '../../core/contract/payroll.ts';
import {
  BANK_STATES,
  CARD_ANSWERS,
  DEDUCTION_KINDS,
  PAY_ANSWERS,
  PAYROLL_STATES,
} from '../../core/contract/payroll.ts';
import { PAY_KINDS } from '../../core/contract/roster.ts';
import type { Fen } from '../../core/kit/money.ts';
import type { PayMonth } from '../../core/kit/plain-date.ts';
import { fen, id, pageKeys, properName, text } from '../../platform/http/shapes.ts';
import { exportKeys } from '../../platform/tables/index.ts';
import type { ExportPayrollLines, ExportPayrolls } from './export-payrolls.ts';
import type { ListPayrollLines } from './list-payroll-lines.ts';
import { LINE_SORTS } from './list-payroll-lines.ts';
import type { ListPayrolls } from './list-payrolls.ts';
import { PAYROLL_SORTS } from './list-payrolls.ts';
import type { AskPrefill } from './prefill-payroll.ts';

/** joi types know plain texts only: the pattern is what brands it. */
export const month = () =>
  Joi.string().pattern(/^20\d{2}-(0[1-9]|1[0-2])$/, 'month') as Joi.StringSchema<PayMonth>;

/** A hundred million yuan, a million days or pieces: nobody's month. */
const MOST = 10_000_000_000;
const MOST_TYPED = 500;
/** Branded by the schema that has checked it. */
const money = () => fen().max(MOST) as Joi.NumberSchema<Fen>;
const hundredths = () => Joi.number().strict().integer().min(0).max(MOST);

const scope = {
  projectId: id().required(),
  teamId: id().required(),
  payMonth: month().required(),
};
export const scopeQuery = Joi.object<PayrollScope, true>(scope);
export const checkPayrollBody = Joi.object<CheckPayroll, true>({ ...scope, fileId: id().required() });
export const prefillQuery = Joi.object<AskPrefill, true>({
  ...scope,
  from: Joi.string().valid('attendance', 'lastMonth').required(),
});

const deductions = Object.fromEntries(DEDUCTION_KINDS.map((kind) => [kind, money().required()]));
const entry = Joi.object<TypedEntry>({
  enrolmentId: id(),
  name: properName(60),
  citizenId: text(30),
  bankCard: text(40),
  payKind: Joi.string()
    .valid(...PAY_KINDS)
    .required(),
  daysHundredths: hundredths().required(),
  hoursHundredths: hundredths(),
  dayRateFen: money(),
  piecesHundredths: hundredths(),
  piecePriceFen: money(),
  overtimeFen: money().required(),
  allowancesFen: money().required(),
  backPayFen: money().required(),
  backPayMonth: month(),
  grossFen: money().required(),
  advanceFen: money().required(),
  deductions: Joi.object(deductions).required(),
  otherGround: text(200),
  netFen: money().required(),
  isSigned: Joi.boolean().strict().required(),
})
  .xor('enrolmentId', 'citizenId')
  .and('name', 'citizenId')
  .without('enrolmentId', 'bankCard');
export const filePayrollBody = Joi.object<FilePayroll, true>({
  ...scope,
  entries: Joi.array().items(entry).min(1).max(MOST_TYPED).required(),
});

const sheetFilters = {
  projectId: id(),
  teamId: id(),
  payMonth: month(),
  state: Joi.string().valid(...PAYROLL_STATES),
  employerId: id(),
  late: Joi.boolean(),
};
const { sort, ...paging } = pageKeys(Object.keys(PAYROLL_SORTS));
export const listPayrollsQuery = Joi.object<ListPayrolls>({ ...paging, sort, ...sheetFilters });
export const exportPayrollsQuery = Joi.object<ExportPayrolls>({ sort, ...sheetFilters, ...exportKeys });

const lineFilters = {
  answer: Joi.string().valid(...PAY_ANSWERS, 'unanswered'),
  bank: Joi.string().valid(...BANK_STATES),
  card: Joi.string().valid(...CARD_ANSWERS),
  q: text(50),
};
const { sort: lineSort, ...linePaging } = pageKeys(Object.keys(LINE_SORTS));
export const listLinesQuery = Joi.object<ListPayrollLines>({
  ...linePaging,
  sort: lineSort,
  ...lineFilters,
});
export const exportLinesQuery = Joi.object<ExportPayrollLines>({
  sort: lineSort,
  ...lineFilters,
  ...exportKeys,
});
