import type { Ctx } from '../../platform/context.ts';
import { enqueue } from '../../platform/outbox/index.ts';
import { findPeopleOfCompany } from '../accounts/index.ts';
import { findOfficeStaff } from '../cases/index.ts';
import type { PublicationRecord } from './publication.model.ts';

type ToStaff = 'publicationWaits' | 'publicationAnswered';

async function tellStaff(
  { _id, version, areaCode, caseNumber }: PublicationRecord,
  userIds: readonly string[],
  template: ToStaff,
  ctx: Ctx,
): Promise<void> {
  const id = String(_id);
  for (const userId of userIds) {
    const key = `publication:${id}:${template}:${userId}:v${version}`;
    const link = `/publications/${id}`;
    const data = { caseNumber };
    await enqueue({ template, channel: 'inApp', to: { userId }, data, areaCode, link, key }, ctx);
  }
}

/** The heads of the office: something waits for their word. */
export async function tellHeads(record: PublicationRecord, ctx: Ctx): Promise<void> {
  const heads = await findOfficeStaff(record.areaCode, 'bureauHead', ctx);
  const ids = heads.map(({ id }) => id);
  await tellStaff(record, ids, 'publicationWaits', ctx);
}

/** The company reads it on the public page; its people are told that it stands there. */
async function tellCompany(record: PublicationRecord, ctx: Ctx): Promise<void> {
  const { _id, companyId, publicOn, version, areaCode } = record;
  if (companyId === undefined || publicOn === undefined) return;
  for (const { id: userId } of await findPeopleOfCompany(companyId, 'companyAdmin')) {
    const key = `publication:${String(_id)}:published:${userId}:v${version}`;
    const message = {
      template: 'violationPublished',
      channel: 'inApp',
      to: { userId },
      areaCode,
      key,
    } as const;
    await enqueue({ ...message, data: { publishedOn: publicOn }, link: '/public/violations' }, ctx);
  }
}

/** Who has to know of this step: the head of what waits, the proposer of what was answered, the company of what stands. */
export async function tellOfMove(record: PublicationRecord, action: string, ctx: Ctx): Promise<void> {
  if (action === 'revise' || action === 'object') await tellHeads(record, ctx);
  if (action === 'approve' || action === 'giveBack') {
    const proposer = record.history[0]?.by.id;
    if (proposer !== undefined) await tellStaff(record, [proposer], 'publicationAnswered', ctx);
  }
  if (action === 'publish') await tellCompany(record, ctx);
}
