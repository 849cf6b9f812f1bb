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

type ToCompany =
  'violationObjected' | 'violationUpheld' | 'violationCorrected' | 'violationWithdrawn' | 'violationEnded';
/** What the company hears once the public has read it; what passes before is the office's own. */
const TOLD: Readonly<Record<string, ToCompany>> = {
  object: 'violationObjected',
  uphold: 'violationUpheld',
  correct: 'violationCorrected',
  withdraw: 'violationWithdrawn',
  endTerm: 'violationEnded',
};

/** The company's people, under the bell and by mail: that it stands there, and whatever happens to it since. */
async function tellCompany(record: PublicationRecord, action: string, ctx: Ctx): Promise<void> {
  const { _id, companyId, publicOn, version, areaCode, isPublic } = record;
  const later = TOLD[action];
  if (companyId === undefined || publicOn === undefined) return;
  if (action !== 'publish' && later === undefined) return;
  for (const { id: userId, email } of await findPeopleOfCompany(companyId, 'companyAdmin')) {
    const link = isPublic ? '/public/violations' : '/company/credit';
    const way = { to: { userId }, areaCode, link };
    for (const channel of email === undefined ? (['inApp'] as const) : (['inApp', 'mail'] as const)) {
      const key = `publication:${String(_id)}:${action}:${userId}:v${version}:${channel}`;
      if (later !== undefined)
        await enqueue({ ...way, template: later, channel, data: { day: ctx.today }, key }, ctx);
      else {
        const data = { publishedOn: publicOn };
        await enqueue({ ...way, template: 'violationPublished', channel, data, key }, ctx);
      }
    }
  }
}

/** Who has to know of this step: the head of what waits, the proposer of what was answered, the company of what stands. */
export async function tellOfMove(record: PublicationRecord, action: string, ctx: Ctx): Promise<void> {
  if (action === 'revise' || action === 'object') await tellHeads(record, ctx);
  if (action === 'approve' || action === 'giveBack') {
    const proposer = record.history[0]?.by.id;
    if (proposer !== undefined) await tellStaff(record, [proposer], 'publicationAnswered', ctx);
  }
  await tellCompany(record, action, ctx);
}
