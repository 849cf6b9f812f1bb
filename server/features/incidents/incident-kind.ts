import { INCIDENT } from '../../core/incidents/incident-table.ts';
import type { IncidentRole, IncidentSituation } from '../../core/incidents/incident-table.ts';
import { anyOf, inArea } from '../../platform/area-limit.ts';
import type { Ctx } from '../../platform/context.ts';
import type { LifeKind } from '../../platform/lives/index.ts';
import { loadCalendar } from '../calendar/index.ts';
import { ownCompanyIds } from '../companies/index.ts';
import { holdFiles } from '../files/index.ts';
import type { IncidentRecord } from './incident.model.ts';
import { Incidents } from './incident.model.ts';

type Reader = Pick<Ctx, 'actor' | 'grants'>;
const OFFICE: readonly string[] = ['clerk', 'inspector', 'bureauHead'];

/** Who reads the area; a department what happens on projects of its industry; a company what it reported. */
const areasOf = ({ grants }: Reader): Record<string, unknown>[] =>
  grants.flatMap(({ role, areaCode, departmentCode }) => {
    if (role === 'contractor') return [];
    if (role !== 'departmentLiaison') return [inArea(areaCode)];
    return departmentCode === undefined ? [] : [{ departmentCode, ...inArea(areaCode) }];
  });

/** The incidents a reader may see, as part of a query. */
export async function incidentsWithin(reader: Reader): Promise<Record<string, unknown>> {
  if (reader.actor.kind === 'system') return {};
  const own = await ownCompanyIds({ grants: reader.grants.filter(({ role }) => role === 'contractor') });
  return anyOf([...areasOf(reader), ...(own.length === 0 ? [] : [{ reporterIds: { $in: own } }])]);
}

/** As whom this reader acts on what lies in the area; whoever reaches it by no office does so as its company. */
export function incidentRoles({ areaCode }: { areaCode: string }, { actor, grants }: Reader): IncidentRole[] {
  if (actor.kind === 'system') return ['grid', 'office', 'company'];
  const there = grants.filter((one) => areaCode.startsWith(one.areaCode)).map(({ role }) => role);
  const official: IncidentRole[] = [
    ...(there.includes('gridOfficer') ? (['grid'] as const) : []),
    ...(there.some((role) => OFFICE.includes(role)) ? (['office'] as const) : []),
  ];
  const isCompany = official.length === 0 && grants.some(({ role }) => role === 'contractor');
  return isCompany ? ['company'] : official;
}

/** Looks on as the company that reported it, and not for any area. */
export const looksOnAsCompany = ({ areaCode }: { areaCode: string }, { actor, grants }: Reader): boolean =>
  actor.kind === 'user' &&
  !grants.some((one) => one.role !== 'contractor' && areaCode.startsWith(one.areaCode));

export const INCIDENT_KIND: LifeKind<IncidentRecord, IncidentSituation> = {
  table: INCIDENT,
  model: Incidents,
  subject: 'incident',
  ground: async ({ areaCode, companyName }, { today }) => ({
    ...{ today, calendar: await loadCalendar(areaCode), area: {} },
    ...(companyName === undefined ? {} : { companyName }),
  }),
  roles: incidentRoles,
  hold: async (fileIds, holder, ctx) => {
    await holdFiles(fileIds, holder, ctx, { purposes: ['evidence'], field: 'given.fileIds' });
  },
};
