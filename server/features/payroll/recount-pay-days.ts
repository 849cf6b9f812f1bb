import type { PayrollState } from '../../core/contract/payroll.ts';
import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { walkById } from '../../platform/walk-by-id.ts';
import { payOnOf } from '../safeguards/index.ts';
import { saveMove } from './move-payroll.ts';
import { findSheet, findUnpaidSheets, PayrollSheets, UNPAID_STATES } from './payroll-sheet.model.ts';
import type { PayrollSheetRecord } from './payroll.record.ts';

type Dated = Pick<
  PayrollSheetRecord,
  '_id' | 'projectId' | 'payMonth' | 'payOn' | 'payOnProvisional' | 'standing' | 'state'
>;

const DATED = {
  projectId: 1,
  payMonth: 1,
  payOn: 1,
  payOnProvisional: 1,
  standing: 1,
  state: 1,
} as const;

/**
 * The sheets of a project that are not paid yet get the pay day of the contract as it now reads, in the transaction that
 * changes it: a list of sheets and the month's overview never name two days. A sheet that is paid keeps the day it was
 * paid against. Each day that moves is an entry of the history and an event, with the day before.
 * @law REG-14-2
 */
export async function recountPayDaysOf(projectId: string, ctx: Ctx): Promise<void> {
  for (const sheet of await findUnpaidSheets(projectId)) await recountOne(sheet, ctx);
}

/**
 * The same for every sheet that is not paid yet, after a notice or a local holiday changed the calendar. May be ended at
 * any sheet and run again.
 * @law CAL-2
 */
export async function recountPayDays(
  ctx: Ctx,
  signal: AbortSignal,
): Promise<{ moved: number; finished: boolean }> {
  let moved = 0;
  for await (const one of walkById<Dated>(PayrollSheets, DATED)) {
    if (signal.aborted) return { moved, finished: false };
    if (!isUnpaid(one) || (await newDayOf(one)) === null) continue;
    moved += await inTransaction(async () => {
      // Read anew: somebody may have moved it meanwhile.
      const sheet = await findSheet(String(one._id));
      return sheet !== null && isUnpaid(sheet) ? recountOne(sheet, ctx) : 0;
    });
  }
  return { moved, finished: true };
}

const isUnpaid = ({ standing, state }: { standing: boolean; state: PayrollState }): boolean =>
  standing && UNPAID_STATES.includes(state);

async function recountOne(sheet: PayrollSheetRecord, ctx: Ctx): Promise<number> {
  const set = await newDayOf(sheet);
  if (set === null) return 0;
  const facts = { ...(sheet.payOn === undefined ? {} : { payOnFrom: sheet.payOn }), payOn: set.payOn };
  const history = {
    ...{ action: 'recount', at: ctx.now, on: ctx.today, by: { kind: 'system' as const } },
    ...{ cite: 'REG-14-2', facts },
  };
  await saveMove(sheet, { set, history }, ctx);
  return 1;
}

/** The day as it is counted now; null where that is what stands there. */
async function newDayOf({ projectId, payMonth, payOn, payOnProvisional }: Dated) {
  const counted = await payOnOf(projectId, payMonth);
  if (counted === null) return null;
  const { payOn: day, provisional } = counted;
  if (day === payOn && provisional === (payOnProvisional ?? false)) return null;
  return { payOn: day, payOnProvisional: provisional };
}
