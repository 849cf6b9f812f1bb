import { ALERT_RULES, findAlertRule } from '../../core/alerts/rules.ts';
import type { AlertAction } from '../../core/contract/alerts.ts';
import { ALERT_ACTIONS } from '../../core/contract/alerts.ts';
import { openActions } from '../../core/kit/flow.ts';
import { AppError } from '../../platform/app-error.ts';
import { anyOf, inArea } from '../../platform/area-limit.ts';
import type { Ctx } from '../../platform/context.ts';
import { isOfficeOf, officeLimits } from '../../platform/office-reach.ts';
import { ownCompanyIds } from '../companies/index.ts';
import { projectIdsOf } from '../projects/index.ts';
import type { AlertRole } from './alert.flow.ts';
import { ALERT_FLOW, ALERT_ROLES } from './alert.flow.ts';
import { findAlertWithin } from './alert.model.ts';
import type { AlertRecord } from './alert.record.ts';

type Reader = Pick<Ctx, 'actor' | 'grants'>;
type Filter = Record<string, unknown>;

/** What the reader stands for beside an office: his companies, and the sites they answer for as general contractor. */
interface Own {
  companyIds: string[];
  siteIds: string[];
}

async function ownOf(reader: Reader): Promise<Own> {
  const companyIds = reader.actor.kind === 'system' ? [] : await ownCompanyIds(reader);
  return { companyIds, siteIds: await projectIdsOf(companyIds, ['generalContractor']) };
}

/** Areas a reader keeps or, as a leader, looks at. */
const areasOf = (reader: Reader): Filter[] => [
  ...officeLimits(reader),
  ...reader.grants.flatMap(({ role, areaCode }) => (role === 'leader' ? [inArea(areaCode)] : [])),
];

/** What rests on complaints, the office's own periods, listings and others' arrears is not told to companies. */
export const isForOffice = (rule: string): boolean => findAlertRule(rule)?.group === 'office';
const OFFICE_RULES = ALERT_RULES.filter(({ group }) => group === 'office').map(({ id }) => id);
const FOR_COMPANIES = { rule: { $nin: OFFICE_RULES } };

/**
 * The alerts a reader may see, as part of a query: his office's or (leaders) his area's; a general contractor those of its
 * sites, a subcontractor those of its own teams, neither what is the office's own matter. Owners, banks and workers none.
 */
export async function alertsWithin(reader: Reader): Promise<Filter> {
  const own = await ownOf(reader);
  return anyOf([...areasOf(reader), ...(own.companyIds.length === 0 ? [] : [await ofCompanies(own)])]);
}

/** One list of projects leads the query, so that an index answers it; the rest narrows what it finds. */
async function ofCompanies({ companyIds, siteIds }: Own): Promise<Filter> {
  const hired = await projectIdsOf(companyIds, ['subcontractor', 'labourSubcontractor']);
  const rest = hired.filter((id) => !siteIds.includes(id));
  const whole = { projectId: { $in: siteIds }, ...FOR_COMPANIES };
  if (rest.length === 0) return whole;
  const theirs = anyOf([{ projectId: { $in: siteIds } }, { employerId: { $in: companyIds } }]);
  return { projectId: { $in: [...siteIds, ...rest] }, ...FOR_COMPANIES, $and: [theirs] };
}

/** Projects whose whole risk card a reader may see: an office's and a leader's area, a general contractor's sites. */
export async function cardsWithin(reader: Reader): Promise<Filter> {
  const { siteIds } = await ownOf(reader);
  return anyOf([...areasOf(reader), ...(siteIds.length === 0 ? [] : [{ _id: { $in: siteIds } }])]);
}

/** The alert with its history; one out of reach is not there. */
export async function getAlertRecord(id: string, ctx: Ctx): Promise<AlertRecord> {
  const found = await findAlertWithin(id, await alertsWithin(ctx));
  if (found === null) throw new AppError('notFound');
  return found;
}

/** As whom this reader acts on an alert; the system (jobs, seeds) may act as anybody. */
export async function alertRoles(
  { areaCode, projectId, employerId }: Pick<AlertRecord, 'areaCode' | 'projectId' | 'employerId'>,
  ctx: Ctx,
): Promise<AlertRole[]> {
  if (ctx.actor.kind === 'system') return [...ALERT_ROLES];
  const { companyIds, siteIds } = await ownOf(ctx);
  const isTheirs =
    siteIds.includes(projectId) || (employerId !== undefined && companyIds.includes(employerId));
  return [
    ...(isOfficeOf(ctx, areaCode) ? (['office'] as const) : []),
    ...(isTheirs ? (['contractor'] as const) : []),
  ];
}

/** Nobody is asked or told about what companies do not see. */
export const isAskable = ({ rule }: Pick<AlertRecord, 'rule'>, action: AlertAction): boolean =>
  !(isForOffice(rule) && (action === 'ask' || action === 'order'));

/** What the client draws its buttons from. An alert is judged once. */
export async function alertActions(alert: AlertRecord, ctx: Ctx): Promise<AlertAction[]> {
  const open: readonly string[] = openActions(
    ALERT_FLOW,
    alert.state,
    await alertRoles(alert, ctx),
    ctx.today,
  );
  return ALERT_ACTIONS.filter(
    (action) =>
      open.includes(action) &&
      isAskable(alert, action) &&
      !(action === 'judge' && alert.judgement !== undefined),
  );
}

/** Looks on as a company and as nothing else. */
export const seesAsCompanyOnly = ({ actor, grants }: Reader): boolean =>
  actor.kind === 'user' && grants.every(({ role }) => role === 'contractor');

/** Does this reader look on as a company, so that what is the office's own is left out of what he sees? */
export const looksOnAsCompany = (areaCode: string, reader: Reader): boolean =>
  !isOfficeOf(reader, areaCode) &&
  !reader.grants.some((grant) => grant.role === 'leader' && areaCode.startsWith(grant.areaCode));
