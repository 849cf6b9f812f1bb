import type { IncidentCounts, IncidentRow, IncidentView } from '../../core/contract/incidents.ts';
import type { Page } from '../../core/contract/page.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import { bySize } from '../../core/incidents/incident-table.ts';
import { areaLimit, areaRange } from '../../platform/area-limit.ts';
import type { Ctx } from '../../platform/context.ts';
import { keysetPage } from '../../platform/keyset-page.ts';
import { getLife } from '../../platform/lives/index.ts';
import { findParameter } from '../parameters/index.ts';
import { INCIDENT_KIND, incidentsWithin } from './incident-kind.ts';
import { incidentRow, incidentView } from './incident-view.ts';
import type { IncidentRecord } from './incident.model.ts';
import { countIncidents, Incidents } from './incident.model.ts';
import type { CountIncidents, ListIncidents } from './incidents.schemas.ts';
import { INCIDENT_SORTS } from './incidents.schemas.ts';

/** Lists of other features ask for what was on record late. */
type Asked = ListIncidents & { late?: true };

/** What was reported in the reader's area, the newest first; `total` counts all that match. */
export async function listIncidents(query: Asked, ctx: Ctx): Promise<Page<IncidentRow>> {
  const { areaCode, state, open, extreme, atLeast, projectId, late, from, to } = query;
  const asked = Object.entries({ state, projectId, isOpen: open, isExtreme: extreme });
  const limits = {
    $and: [
      await incidentsWithin(ctx),
      {
        ...(areaCode === undefined ? {} : { areaCode: areaRange(areaCode) }),
        ...(atLeast === undefined ? {} : { headcount: { $gte: atLeast } }),
        ...(late === undefined ? {} : { lateDays: { $gte: 1 } }),
        ...openedBetween(from, to),
        ...Object.fromEntries(asked.filter(([, value]) => value !== undefined)),
      },
    ],
  };
  const sorts = INCIDENT_SORTS;
  const page = await keysetPage<IncidentRecord>(Incidents, { sorts, fallback: '-on', limits, query });
  return { ...page, items: page.items.map((one) => incidentRow(one, ctx)) };
}

/** One incident; that of an area or company out of reach is not there. */
export async function getIncident(id: string, ctx: Ctx): Promise<IncidentView> {
  return incidentView(await getLife(INCIDENT_KIND, id, await incidentsWithin(ctx)), ctx);
}

/** How many were reported in these days, by size as the area counts. @law ASM-5 */
export async function incidentCounts(
  { areaCode, from, to }: CountIncidents,
  ctx: Ctx,
): Promise<IncidentCounts> {
  const asked = {
    ...(areaCode === undefined ? {} : { areaCode: areaRange(areaCode) }),
    ...openedBetween(from, to),
  };
  const rows = await countIncidents({ $and: [areaLimit(ctx), asked] });
  const sum = (of: (row: (typeof rows)[number]) => number): number =>
    rows.reduce((total, row) => total + of(row), 0);
  const counted = rows.map(({ _id: { headcount }, count }) => ({ headcount, count }));
  const sizes = await sizesOf(areaCode ?? ctx.grants[0]?.areaCode, ctx);
  return {
    reported: sum(({ count }) => count),
    open: sum(({ _id, count }) => (_id.state === 'closed' ? 0 : count)),
    extreme: sum(({ _id, count }) => (_id.isExtreme ? count : 0)),
    paidFen: sum(({ paidFen }) => paidFen),
    ...(sizes === undefined ? {} : { sizes: bySize(sizes, counted) }),
  };
}

function openedBetween(from: PlainDate | undefined, to: PlainDate | undefined): Record<string, unknown> {
  const on = { ...(from === undefined ? {} : { $gte: from }), ...(to === undefined ? {} : { $lte: to }) };
  return Object.keys(on).length === 0 ? {} : { openedOn: on };
}

async function sizesOf(areaCode: string | undefined, { today }: Ctx): Promise<number[] | undefined> {
  const found = areaCode === undefined ? null : await findParameter('incidentSizes', areaCode, today);
  const value: unknown = found?.value;
  return Array.isArray(value) ? value.filter((one) => typeof one === 'number') : undefined;
}
