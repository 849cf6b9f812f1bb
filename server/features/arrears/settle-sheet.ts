import { countedOwed } from '../../core/arrears/standing.ts';
import type { ArrearsSheetView, SettleArrears } from '../../core/contract/arrears.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import type { SettledClaim } from '../cases/index.ts';
import { settleClaims } from '../cases/index.ts';
import { groupBy } from './group-by.ts';
import { countUnheard, judged, linesOfSheet } from './line.model.ts';
import { getSheet, historyEntry, recordSheetEvent, requireSheet, tellScreens } from './sheet-reach.ts';
import { changeSheet } from './sheet.model.ts';
import type { LineRecord, SheetRecord } from './sheet.record.ts';
import { sheetView } from './sheet-view.ts';
import { countNotYetTold } from './untold.ts';

const FIELDS = {
  ...{ claimId: 1, payMonth: 1, earnedFen: 1, paidFen: 1, owedFen: 1, lacks: 1 },
  ...{ 'worker.mark': 1, 'employer.mark': 1, found: 1 },
} as const;

/**
 * The sheet is settled: its sums become what the case claims, in the same transaction. Every dispute must be decided and
 * every line have a figure; who has not answered is waited for until the day they were given. Of people whom no message
 * told, or whose message is still on its way, silence is no answer on any day: they are asked in person, or the inspector
 * finds, with his reason. Settling again changes nothing.
 */
export async function settleSheet(
  id: string,
  version: number,
  { marks }: SettleArrears,
  ctx: Ctx,
): Promise<ArrearsSheetView> {
  return inTransaction(async () => {
    const found = await getSheet(id, ctx);
    const { sheet } = found;
    if (sheet.state === 'settled') return sheetView(found, ctx);
    requireSheet(found, version, ['shown'], ctx);
    if (sheet.marks !== marks) throw new AppError('staleVersion');
    await requireDecided(sheet, ctx);
    const history = historyEntry('settle', ctx, {
      from: 'shown',
      to: 'settled',
      facts: { owedFen: sheet.sums.owedFen },
    });
    const settled = await changeSheet(sheet, { set: { state: 'settled', settledOn: ctx.today }, history });
    // Somebody spoke between reading and writing: what was seen is not what is settled.
    if (settled === null || settled.marks !== marks) throw new AppError('staleVersion');
    const { owedFen, agreedFen } = sheet.sums;
    const facts = { arrearsRevision: sheet.revision, owedFen, agreedFen };
    await settleClaims(sheet.caseId, claimsOf(await linesOfSheet(id, FIELDS)), facts, ctx);
    await recordSheetEvent(settled, 'arrearsSettled', { owedFen, agreedFen }, ctx);
    tellScreens(settled);
    return sheetView(await getSheet(id, ctx), ctx);
  });
}

async function requireDecided({ _id, sums, answerBy, untold = 0 }: SheetRecord, ctx: Ctx): Promise<void> {
  const undecided = sums.lines.disputed + sums.lines.unknown;
  if (undecided > 0) throw new AppError('arrearsUndecided', { count: undecided });
  if (sums.lines.open > 0 && answerBy !== undefined && answerBy >= ctx.today)
    throw new AppError('arrearsStillOpen', { count: sums.lines.open, answerBy });
  const unheard = untold > 0 && sums.lines.open > 0 ? await countUnheard(String(_id)) : 0;
  if (unheard > 0) throw new AppError('arrearsUntold', { count: unheard });
  const onTheWay = sums.lines.open > 0 ? await countNotYetTold(String(_id)) : 0;
  if (onTheWay > 0) throw new AppError('arrearsNotYetTold', { count: onTheWay });
}

/** Months in which nothing is owed are not claimed. */
function claimsOf(lines: readonly LineRecord[]): SettledClaim[] {
  return [...groupBy(lines, ({ claimId }) => claimId)].map(([claimId, own]) => ({
    claimId,
    months: own.flatMap((line) => {
      const owedFen = countedOwed(judged(line));
      return owedFen > 0 ? [{ payMonth: line.payMonth, owedFen }] : [];
    }),
  }));
}
