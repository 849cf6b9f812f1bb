import type { Page, PageQuery } from '../../core/contract/page.ts';
import type { PayrollState, PayrollView } from '../../core/contract/payroll.ts';
import type { PayMonth } from '../../core/kit/plain-date.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { keysetPage } from '../../platform/keyset-page.ts';
import { reachOf, sheetsWithin } from './payroll-reach.ts';
import type { SheetReach } from './payroll-reach.ts';
import { payrollView } from './payroll-view.ts';
import type { PayrollSheetRecord } from './payroll.record.ts';
import { findSheetWithin, PayrollSheets } from './payroll-sheet.model.ts';

export interface ListPayrolls extends PageQuery {
  projectId?: string;
  teamId?: string;
  payMonth?: PayMonth;
  state?: PayrollState;
  employerId?: string;
  /** Past the agreed day and not paid in full. */
  late?: boolean;
}

export const PAYROLL_SORTS = { filedAt: 'filedAt', payMonth: 'payMonth', payOn: 'payOn' } as const;

/** The sheets this reader may see, newest first; those another revision replaced only where they are asked for. */
export async function listPayrolls(query: ListPayrolls, ctx: Ctx): Promise<Page<PayrollView>> {
  const limits = { $and: [await sheetsWithin(ctx), filterOf(query, ctx)] };
  const page = await keysetPage<PayrollSheetRecord>(PayrollSheets, {
    ...{ sorts: PAYROLL_SORTS, fallback: '-filedAt' },
    ...{ limits, query },
  });
  const reach = await reachOf(page.items, ctx);
  const items = await Promise.all(page.items.map((sheet) => shown(sheet, reach(sheet), ctx)));
  return { ...page, items };
}

function filterOf(query: ListPayrolls, { today }: Ctx): Record<string, unknown> {
  const { projectId, teamId, payMonth, state, employerId, late } = query;
  const revisions = state !== undefined || (teamId !== undefined && payMonth !== undefined);
  return {
    ...(projectId === undefined ? {} : { projectId }),
    ...(teamId === undefined ? {} : { teamId }),
    ...(payMonth === undefined ? {} : { payMonth }),
    ...(employerId === undefined ? {} : { employerId }),
    ...(state === undefined ? {} : { state }),
    ...(revisions ? {} : { standing: true }),
    ...(late === true
      ? { $and: [{ payOn: { $lt: today } }, { state: { $nin: ['paid', 'superseded'] } }] }
      : {}),
  };
}

/** One sheet with its history. */
export async function getPayroll(id: string, ctx: Ctx): Promise<PayrollView> {
  const sheet = await findSheetWithin(id, await sheetsWithin(ctx));
  if (sheet === null) throw new AppError('notFound');
  const reach = await reachOf([sheet], ctx);
  return shown(sheet, reach(sheet), ctx);
}

/** Notices and reasons name people; whoever sees sums alone gets how many there are from the sums. */
async function shown(
  sheet: PayrollSheetRecord,
  { seesPeople, actions }: SheetReach,
  ctx: Ctx,
): Promise<PayrollView> {
  const view = await payrollView(sheet, ctx, actions);
  if (seesPeople) return view;
  const { returned: _, ...rest } = view;
  return { ...rest, notices: [], history: view.history.map(({ reason: _words, ...entry }) => entry) };
}
