import Joi from 'joi';
import type { WriteMessage } from '../../core/contract/complaint-moves.ts';
import type {
  AddEvidence,
  AnswerPayment,
  AnswerSupplement,
  AskWithdrawal,
  RateHandling,
  TrackAnonymously,
} from '../../core/contract/tracking.ts';
import type { Fen } from '../../core/kit/money.ts';
import { isReceiptNumber } from '../../core/kit/receipt-number.ts';
import { fen, id, text } from '../../platform/http/shapes.ts';

const MOST_FILES = 20;
/** A hundred million yuan: nobody's wages. */
const MOST_FEN = 10_000_000_000;

/** As it is read out or copied from paper: blanks and hyphens are dropped, the check digit must fit. */
const receiptNumber = (): Joi.StringSchema =>
  Joi.string()
    .max(40)
    .replace(/[\s-]/gu, '')
    .pattern(/^\d{8,24}$/, 'receipt number')
    .custom((value: string, helpers) =>
      isReceiptNumber(value) ? value : helpers.error('receiptNumber.checkDigit'),
    );
const fileIds = (least: number): Joi.ArraySchema<string[]> =>
  Joi.array().items(id()).min(least).max(MOST_FILES).unique();

export interface OfReceipt {
  receiptNumber: string;
}
export const receiptParams = Joi.object<OfReceipt, true>({ receiptNumber: receiptNumber().required() });

/** A stranger may hold anything against the light: what is no number of ours is no genuine receipt. */
export const anyReceiptParams = Joi.object<OfReceipt, true>({
  receiptNumber: Joi.string()
    .max(40)
    .pattern(/^[0-9A-Za-z-]+$/, 'receipt number')
    .required(),
});
export const receiptQuery = Joi.object<{ s: string }, true>({
  s: Joi.string()
    .max(200)
    .pattern(/^[\w-]+$/, 'signature')
    .required(),
});

export const supplementBody = Joi.object<AnswerSupplement, true>({
  text: text(5000).required(),
  fileIds: fileIds(0).required(),
});
export const messageBody = Joi.object<WriteMessage, true>({
  text: text(2000).required(),
  fileIds: fileIds(0).required(),
});
export const evidenceBody = Joi.object<AddEvidence, true>({ fileIds: fileIds(1).required() });
export const ratingBody = Joi.object<RateHandling, true>({
  stars: Joi.number().strict().integer().min(1).max(5).required(),
  words: text(500),
});
export const withdrawalBody = Joi.object<AskWithdrawal, true>({ reason: text(1000, 2).required() });

export const answerPaymentBody = Joi.object<AnswerPayment, true>({
  answer: Joi.string().valid('received', 'less', 'notReceived').required(),
  // branded by the schema that has checked it
  receivedFen: (fen().min(1).max(MOST_FEN) as Joi.NumberSchema<Fen>).when('answer', {
    is: 'less',
    then: Joi.required(),
    otherwise: Joi.forbidden(),
  }),
});

export const trackingBody = Joi.object<TrackAnonymously, true>({
  receiptNumber: receiptNumber().required(),
  trackingCode: Joi.string()
    .trim()
    .max(40)
    .pattern(/^[0-9A-Za-z\s-]+$/, 'tracking code')
    .required(),
});
