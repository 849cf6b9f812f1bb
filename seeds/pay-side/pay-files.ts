import type { Fen } from '../../server/core/kit/money.ts';
import type { PlainDate } from '../../server/core/kit/plain-date.ts';
import { addDays } from '../../server/core/kit/plain-date.ts';
import {
  issuePayFile,
  postTransaction,
  recordResults,
  takeBackPayments,
  takePayFile,
} from '../../server/features/funds/index.ts';
import type { Ctx } from '../../server/platform/context.ts';
import { earlier } from './payroll-lines.ts';
import { onDay } from './on-day.ts';

/**
 * Whose newest month goes through a pay file, the bank's answers and the wage account: one answered in full, one in part,
 * one of which two came back: one of these waits to be taken again, the other stood as credited by mistake for a day.
 */
const BY_FILE = new Set([
  '53260100000000000000daa2', // clean
  '53260100000000000000d2a2', // partPaid
  '53260100000000000000d9a1', // bounced
]);
export const isByFile = (teamId: string): boolean => BY_FILE.has(teamId);

/** One line as it was laid, and what the bank is to say of it. */
export interface PaidLine {
  lineId: string;
  workerName: string;
  netFen: Fen;
  bank: 'credited' | 'bounced' | 'none';
}
export interface PaidMonth {
  projectId: string;
  sheetId: string;
  payOn: PlainDate;
  creditedOn: PlainDate;
  lines: readonly PaidLine[];
}

/** Sends an approved month to the bank, which takes it, pays, answers and posts what left the account. */
export async function payByFile(month: PaidMonth, ctx: Ctx): Promise<void> {
  const { projectId, sheetId, payOn, creditedOn, lines } = month;
  const sent = onDay(earlier(addDays(payOn, -2), addDays(creditedOn, -1)));
  const file = await issuePayFile({ projectId, sheetIds: [sheetId] }, sent);
  const { stream } = await takePayFile(file.id, 'csv', sent);
  stream.destroy();
  const answered = onDay(creditedOn);
  // A file holds its lines in the order of the sheet, and nobody of these teams is without a card or wages.
  const placed = lines.map((line, at) => ({ ...line, reference: `${file.number}-${String(at + 1)}` }));
  const mistaken = placed.filter(({ bank }) => bank === 'bounced')[1]?.reference;
  const results = placed.flatMap(({ reference, netFen, bank }) => {
    if (bank === 'none') return [];
    if (reference === mistaken)
      return [{ reference, result: 'credited' as const, amountFen: netFen, on: creditedOn }];
    const reason = bank === 'bounced' ? { reason: '账号与户名不符' } : {};
    return [{ reference, result: bank, amountFen: netFen, on: creditedOn, ...reason }];
  });
  await recordResults(file.id, { results }, answered);
  if (mistaken !== undefined) {
    const corrected = onDay(earlier(addDays(creditedOn, 1), ctx.today));
    const wrong = { references: [mistaken], on: corrected.today, reason: '账号与户名不符，误登记为到账' };
    await takeBackPayments(file.id, wrong, corrected);
  }
  for (const { reference, workerName, netFen, bank } of placed) {
    if (bank !== 'credited') continue;
    const wages = { direction: 'out', kind: 'wages', amountFen: netFen, on: creditedOn } as const;
    const outflow = {
      ...wages,
      counterparty: workerName,
      bankRef: `W-${reference}`,
      payReference: reference,
    };
    await postTransaction(projectId, outflow, answered);
  }
  const again = lines.find(({ bank }) => bank === 'bounced');
  if (again === undefined) return;
  const resent = onDay(earlier(addDays(creditedOn, 2), ctx.today));
  await issuePayFile({ projectId, repayLineIds: [again.lineId] }, resent);
}
