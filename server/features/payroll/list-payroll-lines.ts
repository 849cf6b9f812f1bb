import type { Page, PageQuery } from '../../core/contract/page.ts';
import type { BankState, CardAnswer, PayAnswer, PayrollLineView } from '../../core/contract/payroll.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { isOfficeOf } from '../../platform/office-reach.ts';
import { keysetPage } from '../../platform/keyset-page.ts';
import { literalPattern } from '../../platform/literal-pattern.ts';
import { findLine, PayrollLines } from './payroll-line.model.ts';
import { payrollLineView } from './payroll-line-view.ts';
import { getSheetWithPeople } from './payroll-reach.ts';
import type { PayrollLineRecord } from './payroll.record.ts';

export interface ListPayrollLines extends PageQuery {
  answer?: PayAnswer | 'unanswered';
  bank?: BankState;
  /** What was said of the card; asked by the office alone. */
  card?: CardAnswer;
  /** Part of a name. */
  q?: string;
}

export const LINE_SORTS = { row: 'row' } as const;

const CARD_LIMITS: Readonly<Record<CardAnswer, Record<string, unknown>>> = {
  inHand: { 'cardQuestion.inHand': true },
  notInHand: { 'cardQuestion.inHand': false },
  unanswered: { cardQuestion: { $exists: true }, 'cardQuestion.inHand': { $exists: false } },
};

/** The lines of a sheet in its own order, for those who may see its people. */
export async function listPayrollLines(
  sheetId: string,
  query: ListPayrollLines,
  ctx: Ctx,
): Promise<Page<PayrollLineView>> {
  const { areaCode } = await getSheetWithPeople(sheetId, ctx);
  const { answer, bank, card, q } = query;
  if (card !== undefined && !isOfficeOf(ctx, areaCode)) throw new AppError('forbidden');
  const limits = {
    sheetId,
    ...(answer === undefined
      ? {}
      : answer === 'unanswered'
        ? { answer: { $exists: false } }
        : { 'answer.kind': answer }),
    ...(bank === undefined ? {} : { 'bank.state': bank }),
    ...(card === undefined ? {} : CARD_LIMITS[card]),
    ...(q === undefined ? {} : { workerName: { $regex: literalPattern(q) } }),
  };
  const page = await keysetPage<PayrollLineRecord>(PayrollLines, {
    ...{ sorts: LINE_SORTS, fallback: 'row' },
    ...{ limits, query },
  });
  return { ...page, items: page.items.map((line) => payrollLineView(line, ctx)) };
}

/** One line. */
export async function getPayrollLine(id: string, ctx: Ctx): Promise<PayrollLineView> {
  const line = await findLine(id);
  if (line === null) throw new AppError('notFound');
  await getSheetWithPeople(line.sheetId, ctx);
  return payrollLineView(line, ctx);
}
