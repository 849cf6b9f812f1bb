import { HAZARD } from '../../core/hazards/hazard-table.ts';
import type { HazardRole } from '../../core/hazards/hazard-table.ts';
import type { Ctx } from '../../platform/context.ts';
import type { LifeKind } from '../../platform/lives/index.ts';
import { areaLevelOf } from '../areas/index.ts';
import { loadCalendar } from '../calendar/index.ts';
import { holdFiles } from '../files/index.ts';
import type { HazardRecord } from './hazard.model.ts';
import { Hazards } from './hazard.model.ts';

const COUNTY: readonly string[] = ['clerk', 'inspector', 'bureauHead'];

/** At which levels this reader acts on what lies in the area: a grid, the township around it, or the county's office. */
export function hazardRoles(
  { areaCode }: { areaCode: string },
  { actor, grants }: Pick<Ctx, 'actor' | 'grants'>,
): HazardRole[] {
  if (actor.kind === 'system') return ['grid', 'township', 'county'];
  const there = grants.filter((grant) => areaCode.startsWith(grant.areaCode));
  const officers = there.filter(({ role }) => role === 'gridOfficer');
  return [
    ...(officers.length > 0 ? (['grid'] as const) : []),
    ...(officers.some((one) => areaLevelOf(one.areaCode) !== 'grid') ? (['township'] as const) : []),
    ...(there.some(({ role }) => COUNTY.includes(role)) ? (['county'] as const) : []),
  ];
}

export const HAZARD_KIND: LifeKind<HazardRecord> = {
  table: HAZARD,
  model: Hazards,
  subject: 'hazard',
  ground: async ({ areaCode }, { today }) => ({ today, calendar: await loadCalendar(areaCode), area: {} }),
  roles: hazardRoles,
  hold: async (fileIds, holder, ctx) => {
    await holdFiles(fileIds, holder, ctx, { purposes: ['evidence'], field: 'given.fileIds' });
  },
};
