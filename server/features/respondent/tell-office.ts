import type { Ctx } from '../../platform/context.ts';
import { enqueue } from '../../platform/outbox/index.ts';
import type { CaseRecord } from '../cases/index.ts';
import { findOfficeStaff } from '../cases/index.ts';

/** The case's inspectors and the heads of the office find under the bell that documents came, once a day and demand. */
export async function tellOffice(
  { _id, caseNumber, officeCode, inspectorIds }: CaseRecord,
  demandId: string,
  ctx: Ctx,
): Promise<void> {
  const heads = await findOfficeStaff(officeCode, 'bureauHead', ctx);
  for (const userId of new Set([...inspectorIds, ...heads.map(({ id }) => id)])) {
    const key = `case:${String(_id)}:proofSent:${demandId}:${ctx.today}:${userId}`;
    const link = `/cases/${String(_id)}?tab=proceedings`;
    const message = { template: 'proofSent' as const, channel: 'inApp' as const, to: { userId } };
    await enqueue({ ...message, data: { caseNumber }, areaCode: officeCode, link, key }, ctx);
  }
}
