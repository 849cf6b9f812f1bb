import type { Ctx } from '../../platform/context.ts';
import { systemCtx } from '../../platform/context.ts';
import { enqueue } from '../../platform/outbox/index.ts';
import { findPeopleOfCompany, listUsers } from '../accounts/index.ts';
import { getProjectRef } from '../projects/index.ts';
import type { PayFileRecord } from './pay-file.model.ts';

const COUNTY_DIGITS = 6;
const MOST_TOLD = 50;

/** The clerks of the branch hear that a pay file waits for them. */
export async function tellBank(
  file: PayFileRecord,
  { people, yuan }: { people: number; yuan: string },
  ctx: Ctx,
): Promise<void> {
  const { number, areaCode, branchCode } = file;
  const asked = { role: 'bank', areaCode: areaCode.slice(0, COUNTY_DIGITS), state: 'active' } as const;
  const { items } = await listUsers(
    { ...asked, limit: MOST_TOLD },
    systemCtx('funds', { now: ctx.now, today: ctx.today }),
  );
  for (const { id: userId, grants } of items) {
    if (!grants.some(({ bankBranchCode }) => bankBranchCode === branchCode)) continue;
    const told = { template: 'payFileIssued', channel: 'inApp', to: { userId } } as const;
    const link = `/funds/pay-files/${String(file._id)}`;
    const data = { number, people, yuan };
    await enqueue({ ...told, data, areaCode, link, key: `payFileIssued:${String(file._id)}:${userId}` }, ctx);
  }
}

/** Labour officers of the general contractor hear that wages came back: without a right card nobody can be paid. */
export async function tellBounced(file: PayFileRecord, people: number, ctx: Ctx): Promise<void> {
  const { parties } = await getProjectRef(file.projectId);
  const contractor = parties.find(({ role }) => role === 'generalContractor');
  if (contractor === undefined) return;
  const officers = await findPeopleOfCompany(contractor.companyId, 'labourOfficer');
  for (const { id: userId } of officers) {
    const told = { template: 'payFileBounced', channel: 'inApp', to: { userId } } as const;
    const link = `/funds/pay-files/${String(file._id)}`;
    const data = { number: file.number, people };
    const key = `payFileBounced:${String(file._id)}:${file.version}:${userId}`;
    await enqueue({ ...told, data, areaCode: file.areaCode, link, key }, ctx);
  }
}
