import type { Ctx } from '../../platform/context.ts';
import { systemCtx } from '../../platform/context.ts';
import { enqueue } from '../../platform/outbox/index.ts';
import { findPeopleOfCompany, listUsers } from '../accounts/index.ts';
import { findOfficeStaff } from '../cases/index.ts';
import type { ReleaseRecord } from './release.model.ts';

const linkOf = ({ _id }: ReleaseRecord): string => `/releases/${String(_id)}`;
const keyOf = ({ _id, version }: ReleaseRecord, what: string, userId: string): string =>
  `release:${String(_id)}:${what}:${userId}:v${version}`;
const MOST_TOLD = 50;

type ToOffice = 'releaseBegun' | 'releaseApplied' | 'releaseWaits' | 'releaseTakenBack' | 'releaseDone';

/** Staff of the office who have to see to it. */
export async function tellOffice(
  record: ReleaseRecord,
  role: 'inspector' | 'bureauHead',
  template: ToOffice,
  ctx: Ctx,
): Promise<void> {
  const { areaCode, projectName: project } = record;
  for (const { id: userId } of await findOfficeStaff(areaCode, role, ctx)) {
    const message = { template, channel: 'inApp', to: { userId }, data: { project }, areaCode } as const;
    await enqueue({ ...message, link: linkOf(record), key: keyOf(record, template, userId) }, ctx);
  }
}

type ToCompany =
  'releasePublished' | 'releaseObjected' | 'releaseRefused' | 'releaseConfirmed' | 'releaseDone';

/** The contractor's people, under the bell and by mail: whatever is answered is answered in writing. */
async function tellCompany(record: ReleaseRecord, template: ToCompany, ctx: Ctx): Promise<void> {
  const { areaCode, companyId, projectName: project } = record;
  const admins = await findPeopleOfCompany(companyId, 'companyAdmin');
  const officers = await findPeopleOfCompany(companyId, 'labourOfficer');
  const others = officers.filter(({ id }) => !admins.some((one) => one.id === id));
  for (const { id: userId, email } of [...admins, ...others])
    for (const channel of email === undefined ? (['inApp'] as const) : (['inApp', 'mail'] as const)) {
      const key = `${keyOf(record, template, userId)}:${channel}`;
      const way = { channel, to: { userId }, areaCode, link: linkOf(record), key };
      await enqueue({ ...way, template, data: { project } }, ctx);
    }
}

/** The clerks of the branch that keeps the money: they may lift the mark or give it back, or not any more. */
async function tellBank(
  record: ReleaseRecord,
  template: 'releaseToCarryOut' | 'releaseRevoked',
  ctx: Ctx,
): Promise<void> {
  const { areaCode, branchCode, projectName: project } = record;
  if (branchCode === undefined) return;
  const system = systemCtx('releases', { now: ctx.now, today: ctx.today });
  const { items } = await listUsers({ role: 'bank', areaCode, state: 'active', limit: MOST_TOLD }, system);
  for (const { id: userId, grants } of items) {
    if (!grants.some((grant) => grant.bankBranchCode === branchCode)) continue;
    const message = { template, channel: 'inApp', to: { userId } } as const;
    const key = keyOf(record, template, userId);
    // Once it is taken back the bank sees it no more: its list is what is left.
    const link = template === 'releaseRevoked' ? '/releases' : linkOf(record);
    await enqueue({ ...message, data: { project }, areaCode, link, key }, ctx);
  }
}

/** Who has to know of this step. */
export async function tellOfMove(record: ReleaseRecord, action: string, ctx: Ctx): Promise<void> {
  if (action === 'apply') await tellOffice(record, 'inspector', 'releaseApplied', ctx);
  if (action === 'pass') await tellOffice(record, 'bureauHead', 'releaseWaits', ctx);
  if (action === 'withdraw') await tellOffice(record, 'inspector', 'releaseTakenBack', ctx);
  if (action === 'publish') await tellCompany(record, 'releasePublished', ctx);
  if (action === 'object') await tellCompany(record, 'releaseObjected', ctx);
  if (action === 'refuse') await tellCompany(record, 'releaseRefused', ctx);
  if (action === 'revoke') {
    await tellCompany(record, 'releaseRefused', ctx);
    await tellBank(record, 'releaseRevoked', ctx);
  }
  if (action === 'confirm') {
    await tellCompany(record, 'releaseConfirmed', ctx);
    await tellBank(record, 'releaseToCarryOut', ctx);
  }
  if (action === 'carryOut') {
    await tellCompany(record, 'releaseDone', ctx);
    await tellOffice(record, 'inspector', 'releaseDone', ctx);
  }
}
