import type { Grant, Role } from '../../core/contract/roles.ts';
import type { Ctx } from '../../platform/context.ts';
import { systemCtx } from '../../platform/context.ts';
import { enqueue } from '../../platform/outbox/index.ts';
import { withSubstitutes } from '../absences/index.ts';
import { findRecipient, listUsers } from '../accounts/index.ts';
import { officeOf } from '../companies/index.ts';
import type { IncidentRecord } from './incident.model.ts';

const PREFECTURE = 4;
const MOST = 200;
const OF_OFFICE = ['bureauHead', 'inspector'] as const;
const OF_AREA = ['leader', 'gridOfficer'] as const;

/**
 * Head and inspectors of the office, the leaders of the area, the grid officers around the place, and the department that
 * supervises the industry of the project.
 * @law REG-7-1
 */
async function whoMustKnow(
  { areaCode, departmentCode }: Pick<IncidentRecord, 'areaCode' | 'departmentCode'>,
  ctx: Ctx,
): Promise<string[]> {
  const office = officeOf(areaCode);
  const isOver = (grant: Grant): boolean => areaCode.startsWith(grant.areaCode);
  const found = [
    ...(await holders(OF_OFFICE, areaCode, (grant) => grant.areaCode.startsWith(office), ctx)),
    ...(await holders(OF_AREA, areaCode, isOver, ctx)),
  ];
  if (departmentCode !== undefined) {
    const isTheirs = (grant: Grant): boolean => isOver(grant) && grant.departmentCode === departmentCode;
    found.push(...(await holders(['departmentLiaison'], areaCode, isTheirs, ctx)));
  }
  return [...new Set(found)];
}

async function holders(
  roles: readonly Role[],
  areaCode: string,
  reaches: (grant: Grant) => boolean,
  { now, today }: Ctx,
): Promise<string[]> {
  const ids: string[] = [];
  const system = systemCtx('incidents', { now, today });
  for (const role of roles) {
    const asked = { role, areaCode: areaCode.slice(0, PREFECTURE), state: 'active', limit: MOST } as const;
    let cursor: string | undefined;
    do {
      const next = cursor === undefined ? {} : { cursor };
      const page = await listUsers({ ...asked, sort: 'name', ...next }, system);
      for (const { id, grants } of page.items)
        if (grants.some((grant) => grant.role === role && reaches(grant))) ids.push(id);
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
  }
  return ids;
}

/** At once, by night as well: under the bell, and by text message where a phone is on record. Not the reporter himself. */
export async function tellEverybody(record: IncidentRecord, ctx: Ctx): Promise<void> {
  const { _id, areaCode, facts, headcount, isExtreme } = record;
  const self = ctx.actor.kind === 'user' ? ctx.actor.userId : undefined;
  const data = { place: String(facts['place']), count: String(headcount) };
  const template = isExtreme ? ('incidentExtreme' as const) : ('incidentReported' as const);
  for (const userId of await withSubstitutes(await whoMustKnow(record, ctx), ctx.today)) {
    if (userId === self) continue;
    const told = { template, data, areaCode, link: `/incidents/${String(_id)}`, urgent: true };
    const key = `incident:${String(_id)}:reported:${userId}`;
    await enqueue({ ...told, channel: 'inApp', to: { userId }, key: `${key}:inApp` }, ctx);
    const person = await findRecipient(userId);
    if (person?.phone === undefined) continue;
    const { phone, locale } = person;
    await enqueue({ ...told, channel: 'sms', to: { userId, phone }, locale, key: `${key}:sms` }, ctx);
  }
}
