import Joi from 'joi';
import type { AddClaims, RecordPayments, WriteClaim } from '../../core/contract/claims.ts';
import { PAYMENT_MEANS } from '../../core/contract/claims.ts';
import type { MonthOwed } from '../../core/contract/deadlines.ts';
import type { Fen } from '../../core/kit/money.ts';
import type { PayMonth } from '../../core/kit/plain-date.ts';
import { fen, id, mobile, properName, text } from '../../platform/http/shapes.ts';
import { day, fileIds, reason } from './cases.schemas.ts';

/** A billion yuan for one person and month is a slip of the pen; sums stay far from where they lose their fen. */
const MOST_FEN = 100_000_000_000;
const MOST_MONTHS = 120;
const MOST_ROWS = 500;

/** fen() and the pattern have checked the values; joi's types know numbers and texts only. */
const money = () => fen().min(1).max(MOST_FEN) as Joi.NumberSchema<Fen>;
const month = () => Joi.string().pattern(/^20\d{2}-(0[1-9]|1[0-2])$/, 'month') as Joi.StringSchema<PayMonth>;

const months = () =>
  Joi.array()
    .items(Joi.object<MonthOwed, true>({ payMonth: month().required(), owedFen: money().required() }))
    .min(1)
    .max(MOST_MONTHS)
    .unique('payMonth');
const person = {
  name: properName(50),
  citizenId: Joi.string()
    .trim()
    .uppercase()
    .pattern(/^[1-9]\d{16}[\dX]$/, 'citizen id'),
  phone: mobile(),
  bankCard: Joi.string()
    .trim()
    .pattern(/^\d{12,19}$/, 'bank card'),
} as const;

export const addClaimsBody = Joi.object<AddClaims, true>({
  rows: Joi.array()
    .items(
      Joi.object<WriteClaim, true>({ ...person, name: person.name.required(), months: months().required() }),
    )
    .min(1)
    .max(MOST_ROWS)
    .required(),
});
export const editClaimBody = Joi.object<Partial<WriteClaim>, true>({ ...person, months: months() }).min(1);
export const checkClaimBody = Joi.object<{ note?: string }, true>({ note: text(1000) });
export const removeClaimBody = Joi.object<{ reason: string }, true>({ reason: reason().required() });

export const recordPaymentsBody = Joi.object<RecordPayments, true>({
  rows: Joi.array()
    .items(Joi.object({ claimId: id().required(), fen: money().required() }))
    .min(1)
    .max(MOST_ROWS)
    .unique('claimId')
    .required(),
  paidOn: day().required(),
  means: Joi.string()
    .valid(...PAYMENT_MEANS)
    .required(),
  fileIds: fileIds().required(),
  note: text(1000),
});
