import type { AlertLevel } from '../../core/alerts/rule.ts';
import type { AlertRow, AlertState, AlertView, CountedAlerts } from '../../core/contract/alerts.ts';
import type { Page, PageQuery } from '../../core/contract/page.ts';
import type { PayMonth, PlainDate } from '../../core/kit/plain-date.ts';
import { inArea } from '../../platform/area-limit.ts';
import type { Ctx } from '../../platform/context.ts';
import { keysetPage } from '../../platform/keyset-page.ts';
import { projectIdsOf } from '../projects/index.ts';
import { alertsWithin, getAlertRecord, seesAsCompanyOnly } from './alert-reach.ts';
import { alertsCalled } from './alert-search.ts';
import { alertRow, alertView, asSeenBy } from './alert-view.ts';
import { stateAsShown } from './company-eyes.ts';
import { countedAlerts } from './counted-alerts.ts';
import { Alerts } from './alert.model.ts';
import type { AlertRecord } from './alert.record.ts';

export interface ListAlerts extends PageQuery, CountedAlerts {
  /** The beginning of a number, or part of the project's name, site or code. */
  q?: string;
  state?: AlertState;
  level?: AlertLevel;
  rule?: string;
  areaCode?: string;
  projectId?: string;
  /** Sites on which this company takes any part. */
  companyId?: string;
  month?: PayMonth;
  open?: boolean;
}
/** Lists of other features ask by the day since when it has been so. */
type Asked = ListAlerts & { sinceFrom?: PlainDate; sinceTo?: PlainDate };
export const ALERT_SORTS = { urgency: 'urgency', since: 'since', raisedOn: 'raisedOn' } as const;

/** The alerts this reader may see, red before yellow and what lasts longest first unless asked otherwise. */
export async function listAlerts(query: Asked, ctx: Ctx): Promise<Page<AlertRow>> {
  const page = await keysetPage<Readonly<AlertRecord>>(Alerts, {
    sharedAs: 'alerts',
    sorts: ALERT_SORTS,
    fallback: 'urgency',
    limits: { $and: [await alertsWithin(ctx), await filterOf(query, ctx)] },
    query,
  });
  return { ...page, items: page.items.map((alert) => alertRow(asSeenBy(alert, ctx), ctx.today)) };
}

async function filterOf(query: Asked, ctx: Ctx): Promise<Record<string, unknown>> {
  const { q, state, level, rule, projectId, month, open, areaCode, companyId } = query;
  const plain = Object.entries({ level, rule, projectId, month }).filter(([, value]) => value !== undefined);
  const sites = companyId === undefined ? null : await projectIdsOf([companyId], ANY_PART);
  return {
    $and: [
      Object.fromEntries(plain),
      ...(q === undefined ? [] : [await alertsCalled(q, ctx)]),
      ...(state === undefined ? [] : [seesAsCompanyOnly(ctx) ? stateAsShown(state) : { state }]),
      ...(open === undefined ? [] : [{ open: open ? true : { $exists: false } }]),
      ...(areaCode === undefined ? [] : [inArea(areaCode)]),
      ...(sites === null ? [] : [{ projectId: { $in: sites } }]),
      ...countedAlerts(query, ctx.today),
      ...sinceDays(query),
    ],
  };
}
function sinceDays({ sinceFrom, sinceTo }: Asked): Record<string, unknown>[] {
  if (sinceFrom === undefined && sinceTo === undefined) return [];
  const days = {
    ...(sinceFrom === undefined ? {} : { $gte: sinceFrom }),
    ...(sinceTo === undefined ? {} : { $lte: sinceTo }),
  };
  return [{ since: days }];
}
const ANY_PART = [
  'projectOwner',
  'generalContractor',
  'subcontractor',
  'labourSubcontractor',
  'supervisionUnit',
] as const;

export async function getAlert(id: string, ctx: Ctx): Promise<AlertView> {
  return alertView(await getAlertRecord(id, ctx), ctx);
}
