import type { AnswerCard, AnswerPayLine, MyPayLine } from '../../core/contract/my-pay.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { answerLine } from './answer-line.ts';
import { myPayLineView } from './my-pay-line-view.ts';
import { getOwnLine } from './own-lines.ts';
import { countCardAnswer } from './keep-answers.model.ts';
import { changeLine } from './payroll-line.model.ts';
import type { PayrollLineRecord } from './payroll.record.ts';
import { findSheet } from './payroll-sheet.model.ts';
import { recordPayrollEvent } from './record-payroll-event.ts';

/** The worker answers on his own phone. */
export async function answerMyPayLine(id: string, answer: AnswerPayLine, ctx: Ctx): Promise<MyPayLine> {
  return myPayLineView(await answerLine(() => getOwnLine(id, ctx), answer, 'phone', ctx), ctx);
}

/**
 * Is the card in his own hand? Only who was drawn is asked; a later answer takes the place of the first, and the chain
 * keeps both. `find` looks for the line within what he may answer.
 * @law REG-31-2
 */
export async function answerCard(
  find: () => Promise<PayrollLineRecord>,
  { inHand }: AnswerCard,
  ctx: Ctx,
): Promise<MyPayLine> {
  return inTransaction(async () => {
    const line = await find();
    if (line.cardQuestion === undefined) throw new AppError('notFound');
    const cardQuestion = { askedAt: line.cardQuestion.askedAt, inHand, answeredAt: ctx.now };
    const changed = await changeLine(line, { set: { cardQuestion } });
    if (changed === null) throw new AppError('staleVersion');
    const sheet = await findSheet(line.sheetId);
    if (sheet === null) throw new Error('A payroll line without its sheet');
    await countCardAnswer(sheet, line.cardQuestion.inHand, inHand);
    await recordPayrollEvent(sheet, 'cardAnswered', { line: String(line._id), inHand }, ctx);
    return myPayLineView(changed, ctx);
  });
}

/** The same on his own phone. */
export const answerMyCard = (id: string, answer: AnswerCard, ctx: Ctx): Promise<MyPayLine> =>
  answerCard(() => getOwnLine(id, ctx), answer, ctx);
