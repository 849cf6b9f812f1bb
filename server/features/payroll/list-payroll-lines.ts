import type { Page, PageQuery } from '../../core/contract/page.ts';
import type { BankState, PayAnswer, PayrollLineView } from '../../core/contract/payroll.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { keysetPage } from '../../platform/keyset-page.ts';
import { literalPattern } from '../../platform/literal-pattern.ts';
import { findLine, PayrollLines } from './payroll-line.model.ts';
import { payrollLineView } from './payroll-line-view.ts';
import { getSheetWithPeople } from './payroll-reach.ts';
import type { PayrollLineRecord } from './payroll.record.ts';

export interface ListPayrollLines extends PageQuery {
  answer?: PayAnswer | 'unanswered';
  bank?: BankState;
  /** Part of a name. */
  q?: string;
}

export const LINE_SORTS = { row: 'row' } as const;

/** The lines of a sheet in its own order, for those who may see its people. */
export async function listPayrollLines(
  sheetId: string,
  query: ListPayrollLines,
  ctx: Ctx,
): Promise<Page<PayrollLineView>> {
  await getSheetWithPeople(sheetId, ctx);
  const { answer, bank, q } = query;
  const limits = {
    sheetId,
    ...(answer === undefined
      ? {}
      : answer === 'unanswered'
        ? { answer: { $exists: false } }
        : { 'answer.kind': answer }),
    ...(bank === undefined ? {} : { 'bank.state': bank }),
    ...(q === undefined ? {} : { workerName: { $regex: literalPattern(q) } }),
  };
  const page = await keysetPage<PayrollLineRecord>(PayrollLines, {
    ...{ sorts: LINE_SORTS, fallback: 'row' },
    ...{ limits, query },
  });
  return { ...page, items: page.items.map(payrollLineView) };
}

/** One line. */
export async function getPayrollLine(id: string, ctx: Ctx): Promise<PayrollLineView> {
  const line = await findLine(id);
  if (line === null) throw new AppError('notFound');
  await getSheetWithPeople(line.sheetId, ctx);
  return payrollLineView(line);
}
