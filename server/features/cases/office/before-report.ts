import Joi from 'joi';
import type { BeforeReport } from '../../../core/contract/office-work.ts';
import type { ReportWindow } from '../../../core/office/before-report.ts';
import { windowBefore } from '../../../core/office/before-report.ts';
import { systemCtx } from '../../../platform/context.ts';
import type { Ctx } from '../../../platform/context.ts';
import { enqueue } from '../../../platform/outbox/index.ts';
import { withSubstitutes } from '../../absences/index.ts';
import { listComplaints } from '../../complaints/index.ts';
import { findParameter } from '../../parameters/index.ts';
import { listCases } from '../list-cases.ts';
import { findOfficeStaff } from '../office-staff.ts';

interface Bulk {
  reportDay: number;
  calendarDays: number;
  count: number;
}
const shape = Joi.object<Bulk, true>({
  reportDay: Joi.number().required(),
  calendarDays: Joi.number().required(),
  count: Joi.number().required(),
});

interface Set {
  bulk: Bulk;
  window: ReportWindow;
}

/** What the area has set; null where it has set nothing, and then nobody is alerted. */
async function setFor(areaCode: string, { today }: Pick<Ctx, 'today'>): Promise<Set | null> {
  const set = await findParameter('closuresBeforeReport', areaCode, today);
  const read = set === null ? null : shape.validate(set.value);
  if (read === null || read.error !== undefined) return null;
  return { bulk: read.value, window: windowBefore(read.value, today) };
}

interface Counts {
  closures: number;
  notPaid: number;
  withdrawals: number;
}

/** Each number is the total of the list it opens. */
async function countsIn({ from, reportOn }: ReportWindow, areaCode: string, ctx: Ctx): Promise<Counts> {
  const asked = { areaCode, askedFrom: from, askedTo: reportOn, limit: 1 } as const;
  const closures = await listCases(asked, ctx);
  const notPaid = await listCases({ ...asked, notPaid: true }, ctx);
  const withdrawn = { areaCode, withdrawalFrom: from, withdrawalTo: reportOn, limit: 1 } as const;
  const withdrawals = await listComplaints(withdrawn, ctx);
  return { closures: closures.total, notPaid: notPaid.total, withdrawals: withdrawals.total };
}

/** Closures and withdrawals just before the report day, for the head and, as figures, for those above him. */
export async function beforeReport(ctx: Ctx): Promise<BeforeReport> {
  const areaCode = ctx.grants[0]?.areaCode ?? '';
  const set = await setFor(areaCode, ctx);
  if (set === null) return { isSet: false };
  const { bulk, window } = set;
  const counts = await countsIn(window, areaCode, ctx);
  const isBulk = counts.closures + counts.withdrawals >= bulk.count;
  return { isSet: true, ...window, least: bulk.count, ...counts, isBulk };
}

/** Tells the heads of an office, once a day, that the number the area set is reached. */
export async function alertBeforeReport(officeCode: string, { now, today }: Ctx): Promise<void> {
  const ctx = systemCtx('cases', { now, today });
  const set = await setFor(officeCode, ctx);
  if (set === null || today < set.window.from) return;
  const { bulk, window } = set;
  const { closures, withdrawals } = await countsIn(window, officeCode, ctx);
  const count = closures + withdrawals;
  if (count < bulk.count) return;
  const heads = await findOfficeStaff(officeCode, 'bureauHead', ctx);
  const link = `/cases?askedFrom=${window.from}&askedTo=${window.reportOn}`;
  const data = { count, days: bulk.calendarDays, reportOn: window.reportOn };
  for (const userId of await withSubstitutes(
    heads.map(({ id }) => id),
    today,
  )) {
    const told = { template: 'closuresInBulk', channel: 'inApp', to: { userId } } as const;
    const key = `closures:${officeCode}:${today}:${userId}`;
    await enqueue({ ...told, data, areaCode: officeCode, link, key }, ctx);
  }
}
