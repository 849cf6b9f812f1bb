import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { movePayroll } from './move-payroll.ts';
import { asLines, PayrollLines } from './payroll-line.model.ts';
import type { PayrollLineRecord } from './payroll.record.ts';
import { moneyChange } from './sheet-kept.ts';

/** A line and its place in the pay file: `<file number>-<line>`. */
export interface SentLine {
  lineId: string;
  reference: string;
}

/**
 * These lines are in a pay file now: each keeps its reference, each sheet moves to `payFileIssued` or stays part-paid.
 * In the transaction that keeps the file, so that a line never stands in two files at once.
 */
export async function markSent(sent: readonly SentLine[], payFileId: string, ctx: Ctx): Promise<void> {
  await inTransaction(async () => {
    const ids = sent.map(({ lineId }) => lineId);
    const lines = asLines(await PayrollLines.find({ _id: { $in: ids } }).lean());
    if (lines.length !== new Set(ids).size) throw new AppError('notFound');
    const references = new Map(sent.map(({ lineId, reference }) => [lineId, reference]));
    for (const line of lines)
      if (line.bank.state !== 'none' && line.bank.state !== 'bounced')
        throw new AppError('conflict', { state: line.bank.state });
    await PayrollLines.bulkWrite(
      lines.map((line) => ({
        updateOne: {
          filter: { _id: line._id, version: line.version },
          update: {
            $set: {
              bank: {
                state: 'sent' as const,
                reference: references.get(String(line._id)) ?? '',
                payFileId,
                attempts: line.bank.attempts + 1,
                ...(line.bank.takenBack === undefined ? {} : { takenBack: line.bank.takenBack }),
              },
            },
            $inc: { version: 1 },
          },
        },
      })),
    ).then(({ modifiedCount }) => {
      if (modifiedCount !== lines.length) throw new AppError('staleVersion');
    });
    for (const [sheetId, own] of bySheet(lines)) await moveSheet(sheetId, own, ctx);
  });
}

export function bySheet<Line extends Pick<PayrollLineRecord, 'sheetId'>>(
  lines: readonly Line[],
): Map<string, Line[]> {
  const groups = new Map<string, Line[]>();
  for (const line of lines) groups.set(line.sheetId, [...(groups.get(line.sheetId) ?? []), line]);
  return groups;
}

const sentChange = (lines: readonly PayrollLineRecord[]): Record<string, number> =>
  moneyChange(
    lines.map((line) => ({
      before: line,
      after: { netFen: line.netFen, bank: { state: 'sent', attempts: line.bank.attempts + 1 } },
    })),
  ).inc;

async function moveSheet(sheetId: string, lines: readonly PayrollLineRecord[], ctx: Ctx): Promise<void> {
  const again = lines.filter(({ bank }) => bank.state === 'bounced').length;
  await movePayroll({ id: sheetId }, 'issuePayFile', {}, ctx, () => ({
    inc: { ...sentChange(lines), sent: lines.length - again, bounced: -again },
    facts: { lines: lines.length, again },
  }));
}
