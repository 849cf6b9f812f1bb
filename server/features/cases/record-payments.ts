import type { CaseView } from '../../core/contract/cases.ts';
import type { RecordPayments } from '../../core/contract/claims.ts';
import type { FieldProblem } from '../../core/contract/errors.ts';
import type { Fen } from '../../core/kit/money.ts';
import { addFen, formatYuan, subtractFen, sumFen, ZERO_FEN } from '../../core/kit/money.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { wrongField } from '../../platform/wrong-field.ts';
import { holdFiles } from '../files/index.ts';
import type { ClaimRecord } from './claim.model.ts';
import { changeClaim, findClaimsOfCase } from './claim.model.ts';
import { metByPayment } from './met-by-payment.ts';
import { moveCase } from './move-case.ts';
import { newFiles } from './order-rectification.ts';
import type { PaymentRecord } from './payment.model.ts';
import { findPaymentsOf, insertPayments, settlePayment } from './payment.model.ts';
import { addUpCase, isAllSeen } from './sheet-totals.ts';
import { askPeople } from './tell-payment.ts';

/**
 * Money for people of the sheet. A bank credit or a signed confirmation lies with it and is seen at once; what was
 * only reported waits for each person's own word. Nobody's money is ever seen for more than he is owed.
 */
export async function recordPayments(
  id: string,
  version: number,
  input: RecordPayments,
  ctx: Ctx,
): Promise<CaseView> {
  const { rows, paidOn, means, fileIds, note } = input;
  const isSeen = means !== 'REPORTED';
  if (paidOn > ctx.today) throw wrongField('paidOn', '付款日期不能晚于今天', 'The day of payment lies ahead');
  if (isSeen && fileIds.length === 0)
    throw wrongField(
      'fileIds',
      '须附银行回单或本人确认的凭据',
      'The bank’s slip or the signed word is needed',
    );
  return moveCase({ id, action: 'recordPayment', version, given: input }, ctx, async (record) => {
    const claims = await claimsFor(rows, id);
    await holdFiles(fileIds, `case:${id}`, ctx, { purposes: ['evidence', 'document'] });
    const state = isSeen ? ('seen' as const) : ('waiting' as const);
    const kept = { caseId: id, paidOn, means, state, fileIds, ...(note === undefined ? {} : { note }) };
    const before = await findPaymentsOf(rows.map(({ claimId }) => claimId));
    for (const [at, paid] of claims.entries()) await enter(paid, at, isSeen, before);
    await insertPayments(claims.map(({ claim, fen }) => ({ ...kept, claimId: String(claim._id), fen })));
    const totals = await addUpCase(id, record.complaintIds);
    const allSeen = isAllSeen(totals);
    return {
      set: { ...totals },
      push: { fileIds: newFiles(record.fileIds, fileIds) },
      ...(await metByPayment(id, record.deadlines, totals, ctx)),
      ...(note === undefined ? {} : { reason: note }),
      facts: { means, paidOn, people: rows.length, fen: sumFen(rows.map(({ fen }) => fen)), allSeen },
      fileIds,
      andAlso: (changed) => (isSeen ? Promise.resolve() : askPeople(changed, claims, paidOn, ctx)),
    };
  });
}

export interface ClaimPaid {
  claim: ClaimRecord;
  fen: Fen;
}

async function claimsFor(rows: RecordPayments['rows'], caseId: string): Promise<ClaimPaid[]> {
  const found = await findClaimsOfCase(
    caseId,
    rows.map(({ claimId }) => claimId),
  );
  const problems: FieldProblem[] = [];
  const claims = rows.flatMap(({ claimId, fen }, at) => {
    const claim = found.find(({ _id }) => String(_id) === claimId);
    if (claim === undefined) {
      const zh = '明细表中没有这个人';
      problems.push({
        in: 'body',
        path: `rows.${at}.claimId`,
        rule: 'claim.known',
        zh,
        en: 'Not on the sheet',
      });
      return [];
    }
    return [{ claim, fen }];
  });
  if (problems.length > 0) throw new AppError('invalidInput', { count: problems.length }, problems);
  return claims;
}

async function enter(
  { claim, fen }: ClaimPaid,
  at: number,
  isSeen: boolean,
  payments: readonly PaymentRecord[],
): Promise<void> {
  const { owedFen, seenFen, reportedFen } = claim;
  const open = subtractFen(owedFen, isSeen ? seenFen : addFen(seenFen, reportedFen));
  if (fen > open) throw tooMuch(at, open);
  if (!isSeen) {
    await save(claim, { reportedFen: addFen(reportedFen, fen) });
    return;
  }
  const seen = addFen(seenFen, fen);
  const waiting = payments.filter((one) => one.claimId === String(claim._id) && one.state === 'waiting');
  const reported = await keepWaiting(waiting, fen, subtractFen(owedFen, seen));
  await save(claim, { seenFen: seen, reportedFen: reported });
}

/**
 * What still waits once money was seen: the same sum reported before is this very money, and what can no longer be
 * owed is taken back. Nothing is counted twice.
 */
async function keepWaiting(waiting: readonly PaymentRecord[], seen: Fen, owed: Fen): Promise<Fen> {
  const same = waiting.find((one) => one.fen === seen);
  let kept = ZERO_FEN;
  for (const payment of waiting) {
    const sum = addFen(kept, payment.fen);
    if (payment === same || sum > owed) await settlePayment(payment._id, { state: 'revoked' });
    else kept = sum;
  }
  return kept;
}

async function save(claim: ClaimRecord, set: Parameters<typeof changeClaim>[1]): Promise<void> {
  if ((await changeClaim(claim, set)) === null) throw new AppError('staleVersion');
}

function tooMuch(at: number, open: Fen): AppError {
  const yuan = formatYuan(open);
  return wrongField(
    `rows.${at}.fen`,
    `超过此人尚欠的金额，最多还可登记 ${yuan} 元`,
    `More than this person is still owed: ${yuan} yuan at most`,
  );
}
