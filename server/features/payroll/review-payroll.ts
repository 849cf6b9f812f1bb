import type { ReturnPayroll } from '../../core/contract/payroll.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { wrongField } from '../../platform/wrong-field.ts';
import type { SheetTarget } from './move-payroll.ts';
import { movePayroll } from './move-payroll.ts';
import { PayrollLines } from './payroll-line.model.ts';
import type { PayrollSheetRecord } from './payroll.record.ts';

/**
 * The general contractor's labour officer has checked the sheet against who was on site and lets it be paid.
 * @law REG-28-2
 */
export const approvePayroll = (target: SheetTarget, ctx: Ctx): Promise<PayrollSheetRecord> =>
  movePayroll(target, 'approve', {}, ctx, ({ people, netFen }) => ({
    set: { approvedAt: ctx.now },
    unset: { returned: 1 },
    facts: { people, netFen },
  }));

/**
 * He sends it back, with a reason for the whole and one for each line that is wrong.
 * @law REG-28-2
 */
export async function returnPayroll(
  target: SheetTarget,
  { reason, lines }: ReturnPayroll,
  ctx: Ctx,
): Promise<PayrollSheetRecord> {
  return movePayroll(target, 'return', { reason }, ctx, async (sheet) => {
    const rows = await rowsOf(
      String(sheet._id),
      lines.map(({ lineId }) => lineId),
    );
    const named = lines.map((line) => ({ ...line, ...rows.get(line.lineId) }));
    return {
      set: { returned: { reason, lines: named } },
      unset: { approvedAt: 1 },
      reason,
      facts: { lines: lines.length },
    };
  });
}

/** In which row of the sheet each of these lines stands. */
async function rowsOf(sheetId: string, ids: readonly string[]): Promise<Map<string, { row: number }>> {
  if (ids.length === 0) return new Map();
  const found = await PayrollLines.find({ _id: { $in: [...ids] }, sheetId }, { row: 1 }).lean();
  if (found.length !== new Set(ids).size)
    throw wrongField('lines', '有的行不在这张工资表中', 'Not all of these are lines of this sheet');
  return new Map(found.map(({ _id, row }) => [String(_id), { row }]));
}

/**
 * Each worker gets his own pay slip with the payment: from now on it lies on his phone.
 * @law REG-15-3
 */
export const deliverSlips = (target: SheetTarget, ctx: Ctx): Promise<PayrollSheetRecord> =>
  movePayroll(target, 'deliverSlips', {}, ctx, async (sheet) => {
    if (sheet.credited === 0) throw new AppError('conflict', { state: sheet.state });
    const paid = {
      sheetId: String(sheet._id),
      'bank.state': 'credited' as const,
      slipSentAt: { $exists: false },
    };
    const sent = await PayrollLines.updateMany(paid, { $set: { slipSentAt: ctx.now } });
    return { set: { slipsDeliveredAt: ctx.now }, facts: { slips: sent.modifiedCount } };
  });
