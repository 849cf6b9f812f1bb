import { FINDING } from '../../core/inspections/finding-table.ts';
import type { FindingRole } from '../../core/inspections/finding-table.ts';
import { anyOf, inArea } from '../../platform/area-limit.ts';
import type { Ctx } from '../../platform/context.ts';
import type { LifeKind } from '../../platform/lives/index.ts';
import { loadCalendar } from '../calendar/index.ts';
import { ownCompanyIds } from '../companies/index.ts';
import { holdFiles } from '../files/index.ts';
import type { FindingRecord } from './finding.model.ts';
import { Findings } from './finding.model.ts';

type Reader = Pick<Ctx, 'actor' | 'grants'>;

/**
 * The findings a reader may see: an office's area; a company those about itself, and as general contractor those of its
 * sites, for which it answers.
 */
export async function findingsWithin(reader: Reader): Promise<Record<string, unknown>> {
  if (reader.actor.kind === 'system') return {};
  const areas = reader.grants.flatMap(({ role, areaCode }) =>
    role === 'contractor' ? [] : [inArea(areaCode)],
  );
  const companyIds = await ownCompanyIds(reader);
  return anyOf([...areas, ...(companyIds.length === 0 ? [] : [{ companyIds: { $in: companyIds } }])]);
}

/** As whom this reader acts on what lies in the area; whoever reaches it by no office does so as its company. */
export function findingRoles({ areaCode }: { areaCode: string }, { actor, grants }: Reader): FindingRole[] {
  if (actor.kind === 'system') return ['inspector', 'head', 'company'];
  const there = grants.filter((grant) => areaCode.startsWith(grant.areaCode)).map(({ role }) => role);
  const isHead = there.includes('bureauHead');
  const isOffice = isHead || there.includes('inspector');
  const isCompany = !isOffice && grants.some(({ role }) => role === 'contractor');
  return [
    ...(isOffice ? (['inspector'] as const) : []),
    ...(isHead ? (['head'] as const) : []),
    ...(isCompany ? (['company'] as const) : []),
  ];
}

export const FINDING_KIND: LifeKind<FindingRecord> = {
  table: FINDING,
  model: Findings,
  subject: 'finding',
  ground: async ({ areaCode }, { today }) => ({ today, calendar: await loadCalendar(areaCode), area: {} }),
  roles: findingRoles,
  hold: async (fileIds, holder, ctx) => {
    await holdFiles(fileIds, holder, ctx, { purposes: ['evidence'], field: 'given.fileIds' });
  },
};
