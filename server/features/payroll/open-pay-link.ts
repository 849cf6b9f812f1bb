import type { AnswerCardLink, AnswerPayLink, MyPayLine, OpenPayLink } from '../../core/contract/my-pay.ts';
import { AppError } from '../../platform/app-error.ts';
import { countTry, uncountTry } from '../../platform/auth/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { answerLine } from './answer-line.ts';
import { answerCard } from './answer-my-pay-line.ts';
import { myPayLineView } from './my-pay-line-view.ts';
import { lineOfLink, LINK_SECONDS, linkMark } from './pay-link.model.ts';
import { findLine } from './payroll-line.model.ts';
import type { PayrollLineRecord } from './payroll.record.ts';

/** Wrong codes a link takes before it is closed, counted alike for links that never were. */
const TRIES = { points: 5, seconds: LINK_SECONDS };

/** Any link asks for its code: whether there is one, nobody learns here. */
export const seePayLink = (): Promise<{ needsCode: true }> => Promise.resolve({ needsCode: true });

/** The line behind the link; wrong code, used up, run out and never sent are one refusal. */
async function lineBehind(token: string, code: string, ctx: Ctx): Promise<PayrollLineRecord> {
  const key = `payLink:${linkMark(token)}`;
  // Counted before the code is compared: parallel tries cannot slip past.
  const isClosed = (await countTry(key, TRIES, ctx.now)) > 0;
  const lineId = await lineOfLink(token, code, ctx.now);
  if (isClosed || lineId === null) throw new AppError('wrongCode');
  await uncountTry(key);
  const line = await findLine(lineId);
  if (line === null) throw new AppError('wrongCode');
  return line;
}

/** From a text message, with the code in it and without signing in: the one line it is about. */
export const openPayLink = async (token: string, { code }: OpenPayLink, ctx: Ctx): Promise<MyPayLine> =>
  myPayLineView(await lineBehind(token, code, ctx), ctx);

/** The worker answers there too; his word counts as on his own phone. */
export async function answerPayLink(
  token: string,
  { code, ...answer }: AnswerPayLink,
  ctx: Ctx,
): Promise<MyPayLine> {
  const find = again(await lineBehind(token, code, ctx));
  return myPayLineView(await answerLine(find, answer, 'link', ctx), ctx);
}

/** And whether his bank card is in his own hand, where he was drawn to be asked. */
export async function answerCardLink(
  token: string,
  { code, ...answer }: AnswerCardLink,
  ctx: Ctx,
): Promise<MyPayLine> {
  return answerCard(again(await lineBehind(token, code, ctx)), answer, ctx);
}

/** Looked up again inside the transaction, which may run more than once. */
const again = (line: PayrollLineRecord) => async (): Promise<PayrollLineRecord> =>
  (await findLine(String(line._id))) ?? line;
