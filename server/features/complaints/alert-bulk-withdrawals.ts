import Joi from 'joi';
import { addDays } from '../../core/kit/plain-date.ts';
import { enqueue } from '../../platform/outbox/index.ts';
import { systemCtx } from '../../platform/context.ts';
import type { Ctx } from '../../platform/context.ts';
import { withSubstitutes } from '../absences/index.ts';
import { listUsers } from '../accounts/index.ts';
import { findParameter } from '../parameters/index.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import { countComplaints } from './complaint-queries.model.ts';
import type { ComplaintRecord } from './complaint.record.ts';
import { countLeaving } from './group-member.model.ts';

interface Bulk {
  count: number;
  calendarDays: number;
}
const shape = Joi.object<Bulk, true>({
  count: Joi.number().required(),
  calendarDays: Joi.number().required(),
});
const MOST_HEADS = 50;

/**
 * Tells the heads of the office where so many complainants want to withdraw from one employer in so short a time as the
 * office has set, members who leave a group among them; where it has set nothing, nobody is alerted. Once a day for
 * each employer.
 */
export async function alertBulkWithdrawals(
  complaint: Pick<ComplaintRecord, '_id' | 'employerKey' | 'officeCode' | 'areaCode'>,
  askedOn: PlainDate,
  ctx: Ctx,
): Promise<void> {
  const { employerKey, officeCode, areaCode } = complaint;
  if (employerKey === undefined) return;
  const set = await findParameter('withdrawalsInBulk', areaCode, ctx.today);
  const bulk = set === null ? null : shape.validate(set.value);
  if (bulk === null || bulk.error !== undefined) return;
  const { count: least, calendarDays: days } = bulk.value;
  const since = addDays(askedOn, 1 - days);
  const asked = { employerKey, officeCode, 'withdrawal.askedOn': { $gte: since } };
  const whole = await countComplaints(asked, { employerKey: 1 });
  const count = whole + (await countLeaving(employerKey, officeCode, since));
  if (count < least) return;
  for (const userId of await headsOf(officeCode, ctx)) {
    const key = `withdrawals:${officeCode}:${employerKey.slice(0, 100)}:${ctx.today}:${userId}`;
    const link = `/complaints/${String(complaint._id)}`;
    const told = { template: 'withdrawalsInBulk', channel: 'inApp', to: { userId } } as const;
    await enqueue({ ...told, data: { count, days }, areaCode: officeCode, link, key }, ctx);
  }
}

/** The heads of an office. */
export async function headsOf(officeCode: string, { now, today }: Ctx): Promise<string[]> {
  const query = { role: 'bureauHead', areaCode: officeCode, state: 'active', limit: MOST_HEADS } as const;
  const { items } = await listUsers(query, systemCtx('complaints', { now, today }));
  return withSubstitutes(
    items.map(({ id }) => id),
    today,
  );
}
