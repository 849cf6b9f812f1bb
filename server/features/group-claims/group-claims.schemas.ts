import Joi from 'joi';
import type { ConfirmWithdrawal, WithReason } from '../../core/contract/complaint-moves.ts';
import type {
  ChangeConsent,
  ChangeRepresentative,
  JoinGroup,
  LeaveGroup,
} from '../../core/contract/group-claims.ts';
import type { Fen } from '../../core/kit/money.ts';
import type { PayMonth } from '../../core/kit/plain-date.ts';
import { isReceiptNumber } from '../../core/kit/receipt-number.ts';
import { fen, id, properName, text } from '../../platform/http/shapes.ts';

/** A hundred million yuan: nobody's wages. */
const MOST_FEN = 10_000_000_000;
const MOST_MONTHS = 36;

/** 32 random bytes, as a link carries them. */
const token = (): Joi.StringSchema => Joi.string().pattern(/^[\w-]{43}$/, 'link');
const yesOrNo = (): Joi.BooleanSchema => Joi.boolean().strict().required();
const reason = (): Joi.StringSchema => text(1000, 2).required();
const month = () => Joi.string().pattern(/^20\d{2}-(0[1-9]|1[0-2])$/, 'month') as Joi.StringSchema<PayMonth>;

export const tokenParams = Joi.object<{ token: string }, true>({ token: token().required() });
export const receiptParams = Joi.object<{ receiptNumber: string }, true>({
  receiptNumber: Joi.string()
    .pattern(/^\d{8,24}$/, 'receipt number')
    .custom((value: string, helpers) =>
      isReceiptNumber(value) ? value : helpers.error('receiptNumber.checkDigit'),
    )
    .required(),
});

export const joinBody = Joi.object<JoinGroup, true>({
  token: token().required(),
  name: properName(50).required(),
  citizenId: Joi.string()
    .trim()
    .uppercase()
    .pattern(/^[1-9]\d{16}[\dX]$/, 'citizen id'),
  payMonths: Joi.array().items(month()).min(1).max(MOST_MONTHS).unique().required(),
  // branded by the schema that has checked it
  owedFen: (fen().min(1).max(MOST_FEN) as Joi.NumberSchema<Fen>).required(),
  consents: yesOrNo(),
  shownToRepresentative: yesOrNo(),
});
export const consentBody = Joi.object<ChangeConsent, true>({
  consents: yesOrNo(),
  shownToRepresentative: yesOrNo(),
});
export const leaveBody = Joi.object<LeaveGroup, true>({ reason: reason(), pressed: yesOrNo() });
export const emptyBody = Joi.object<object, true>({});

export const reasonBody = Joi.object<WithReason, true>({ reason: reason() });
export const representativeBody = Joi.object<ChangeRepresentative, true>({
  memberId: id(),
  represents: yesOrNo(),
  reason: reason(),
});
export const confirmLeavingBody = Joi.object<ConfirmWithdrawal, true>({
  confirmedBy: Joi.string().valid('phone', 'visit').required(),
  pressed: Joi.boolean().strict().valid(false).required(),
  note: text(1000, 2).required(),
});
