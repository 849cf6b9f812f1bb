import type { AnswerPayment, MyPayment } from '../../core/contract/tracking.ts';
import type { Fen } from '../../core/kit/money.ts';
import { addFen, formatYuan, subtractFen, ZERO_FEN } from '../../core/kit/money.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { wrongField } from '../../platform/wrong-field.ts';
import { actorUserId } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { findRecipient } from '../accounts/index.ts';
import { findCaseWithin } from './case-queries.model.ts';
import type { ClaimRecord } from './claim.model.ts';
import { changeClaim, findClaim, findClaimsByPhoneIndex, phoneIndexOf } from './claim.model.ts';
import { metByPayment } from './met-by-payment.ts';
import { saveStep } from './move-case.ts';
import type { PaymentRecord } from './payment.model.ts';
import { findPayment, findPaymentsOf, settlePayment } from './payment.model.ts';
import { addUpCase } from './sheet-totals.ts';
import { tellInspectors } from './tell-case.ts';

/** The person's own payments, those that wait for his word first; of one case where its id is given. */
export async function listOwnPayments(phone: string, caseId?: string): Promise<MyPayment[]> {
  const claims = await findClaimsByPhoneIndex(phoneIndexOf(phone));
  const own = claims.filter((claim) => caseId === undefined || claim.caseId === caseId);
  return paymentsOfClaims(own.map(({ _id }) => String(_id)));
}

/** The payments of these rows, those that wait for the person's word first. */
export async function paymentsOfClaims(claimIds: readonly string[]): Promise<MyPayment[]> {
  const payments = await findPaymentsOf(claimIds);
  const waitsFirst = (one: PaymentRecord): number => (one.state === 'waiting' ? 0 : 1);
  return payments
    .filter(({ state }) => state !== 'revoked')
    .sort((a, b) => waitsFirst(a) - waitsFirst(b) || String(b._id).localeCompare(String(a._id)))
    .map(myPayment);
}

/** What the person is owed in a case, and what of it was seen. */
export async function ownMoney(
  phone: string,
  caseId: string,
): Promise<{ owedFen: Fen; seenFen: Fen } | null> {
  const claims = await findClaimsByPhoneIndex(phoneIndexOf(phone));
  const own = claims.find((claim) => claim.caseId === caseId);
  return own === undefined ? null : { owedFen: own.owedFen, seenFen: own.seenFen };
}

/**
 * The worker's own word on money that was reported: it arrived and is seen, less arrived and the lesser sum is seen,
 * or nothing did and the payment is disputed. Only he may say it, and only once.
 */
export async function answerOwnPayment(id: string, input: AnswerPayment, ctx: Ctx): Promise<MyPayment> {
  const phone = (await findRecipient(actorUserId(ctx)))?.phone;
  return inTransaction(async () => {
    const payment = await findPayment(id);
    const claim = payment === null ? null : await findClaim(payment.claimId);
    const isOwn = phone !== undefined && claim?.phoneIndex === phoneIndexOf(phone);
    if (payment === null || claim === null || !isOwn) throw new AppError('notFound');
    if (payment.state !== 'waiting') throw new AppError('conflict', { state: payment.state });
    const receivedFen = arrived(payment, input);
    const state = input.answer === 'notReceived' ? ('disputed' as const) : ('seen' as const);
    const answered = await settlePayment(payment._id, {
      state,
      answeredOn: ctx.today,
      ...(input.answer === 'less' ? { receivedFen } : {}),
    });
    if (answered === null) throw new AppError('conflict', { state: payment.state });
    await keepAnswer(claim, payment, { receivedFen, answer: input.answer }, ctx);
    return myPayment(answered);
  });
}

function arrived({ fen }: PaymentRecord, { answer, receivedFen }: AnswerPayment): Fen {
  if (answer === 'received') return fen;
  if (answer === 'notReceived') return ZERO_FEN;
  if (receivedFen === undefined || receivedFen <= 0 || receivedFen >= fen) {
    const yuan = formatYuan(fen);
    throw wrongField(
      'receivedFen',
      `请填写实际收到的金额，应少于 ${yuan} 元`,
      `What arrived, less than ${yuan} yuan`,
    );
  }
  return receivedFen;
}

async function keepAnswer(
  claim: ClaimRecord,
  payment: PaymentRecord,
  { receivedFen, answer }: { receivedFen: Fen; answer: AnswerPayment['answer'] },
  ctx: Ctx,
): Promise<void> {
  const changed = await changeClaim(claim, {
    seenFen: addFen(claim.seenFen, receivedFen),
    reportedFen: subtractFen(claim.reportedFen, payment.fen),
  });
  const record = await findCaseWithin(claim.caseId, {});
  if (changed === null || record === null) throw new AppError('staleVersion');
  const totals = await addUpCase(claim.caseId, record.complaintIds);
  const facts = { paymentId: String(payment._id), answer, fen: payment.fen, receivedFen };
  const met = await metByPayment(claim.caseId, record.deadlines, totals, ctx);
  const andAlso =
    answer === 'received' ? {} : { andAlso: () => tellInspectors(record, 'casePaymentDisputed', ctx) };
  const author = claim.identityHidden ? { ...ctx, actor: { kind: 'anonymous' as const } } : ctx;
  await saveStep(record, 'answerPayment', null, { set: { ...totals }, ...met, facts, ...andAlso }, author);
}

const myPayment = ({ _id, version, fen, paidOn, state }: PaymentRecord): MyPayment => ({
  id: String(_id),
  version,
  fen,
  paidOn,
  state,
});
