import type { Ctx } from '../../platform/context.ts';
import { enqueue } from '../../platform/outbox/index.ts';
import { findPeopleOfCompany } from '../accounts/index.ts';
import type { FindingRecord } from './finding.model.ts';

/** Tells the labour officers of those companies what they have to put right, in the caller's transaction. */
export async function tellFindings(found: readonly FindingRecord[], ctx: Ctx): Promise<void> {
  const [first] = found;
  if (first === undefined) return;
  const days = found.map(({ facts }) => String(facts['rectifyBy'])).sort();
  const place = first.projectName ?? first.companyName;
  const data = { place, count: String(found.length), by: days[0] ?? '' };
  const link = found.length === 1 ? `/findings/${String(first._id)}` : '/findings';
  for (const companyId of first.companyIds)
    for (const { id: userId, email } of await findPeopleOfCompany(companyId, 'labourOfficer')) {
      const told = {
        template: 'findingsOrdered',
        to: { userId },
        data,
        areaCode: first.areaCode,
        link,
      } as const;
      const key = `findingsOrdered:${String(first._id)}:${first.version}:${userId}`;
      await enqueue({ ...told, channel: 'inApp', key: `${key}:inApp` }, ctx);
      if (email !== undefined) await enqueue({ ...told, channel: 'mail', key: `${key}:mail` }, ctx);
    }
}
