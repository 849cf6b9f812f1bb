import type { Ctx } from '../../platform/context.ts';
import { enqueue } from '../../platform/outbox/index.ts';
import { withSubstitutes } from '../absences/index.ts';
import { findOfficeStaff } from '../cases/index.ts';
import type { ListingRecord } from './listing.record.ts';
import { tellCompany } from './tell-company.ts';

/** States in which the next step is the head's. */
const WAITS: readonly string[] = ['proposed', 'verified', 'applied'];
/** Steps of the head, or of the system, that whoever proposed the listing has to know of. */
const ANSWERS: readonly string[] = [
  ...['approveNotice', 'extend', 'spare', 'drop', 'decide'],
  ...['grantEarly', 'refuseEarly', 'restore', 'orderRevoked'],
];

/** The heads where something waits for them, the inspector where it was answered, the company of what concerns it. */
export async function tellListing(record: ListingRecord, action: string, ctx: Ctx): Promise<void> {
  const self = ctx.actor.kind === 'user' ? ctx.actor.userId : '';
  if (WAITS.includes(record.state) && action !== 'extend') {
    const heads = await findOfficeStaff(record.officeCode, 'bureauHead', ctx);
    await tell(
      record,
      'listingWaits',
      heads.map(({ id }) => id),
      ctx,
    );
  }
  if (ANSWERS.includes(action) && record.proposedBy !== '' && record.proposedBy !== self)
    await tell(record, 'listingAnswered', [record.proposedBy], ctx);
  await tellCompany(record, action, ctx);
}

async function tell(
  { _id, version, officeCode, caseNumber }: ListingRecord,
  template: 'listingWaits' | 'listingAnswered',
  userIds: readonly string[],
  ctx: Ctx,
): Promise<void> {
  for (const userId of await withSubstitutes(userIds, ctx.today)) {
    const key = `listing:${String(_id)}:${template}:${userId}:v${version}`;
    const message = { template, channel: 'inApp', to: { userId }, data: { caseNumber } } as const;
    await enqueue({ ...message, areaCode: officeCode, link: `/listings/${String(_id)}`, key }, ctx);
  }
}
