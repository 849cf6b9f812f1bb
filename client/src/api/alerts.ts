import type {
  AlertAction,
  AlertMapRow,
  AlertRow,
  AlertView,
  CompanyRiskView,
  RiskCardRow,
  RiskCardView,
} from '@core/contract/alerts.ts';
import type { Page } from '@core/contract/page.ts';
import { ApiError } from './api-error.ts';
import { http, type Query } from './http.ts';

export const ALERTS_PATH = '/alerts';
const alertPath = (id: string): string => `${ALERTS_PATH}/${encodeURIComponent(id)}`;
/** Moves have a door each, named after the action. */
const doorOf = (action: string): string => action.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

export const listAlerts = (query: Query, signal?: AbortSignal): Promise<Page<AlertRow>> =>
  http.get(ALERTS_PATH, query, signal);
export const getAlert = (id: string, signal?: AbortSignal): Promise<AlertView> =>
  http.get(alertPath(id), undefined, signal);
export const moveAlert = (
  { id, version }: Pick<AlertView, 'id' | 'version'>,
  action: AlertAction,
  body: object,
  idempotencyKey: string,
): Promise<AlertView> => http.post(`${alertPath(id)}/${doorOf(action)}`, body, { version, idempotencyKey });

export const RISK_CARDS_PATH = '/risk-cards';
export const listRiskCards = (query: Query, signal?: AbortSignal): Promise<Page<RiskCardRow>> =>
  http.get(RISK_CARDS_PATH, query, signal);
/** Where a project's risk card stands on the page of the project. */
export const riskCardPath = (projectId: string): string => `/projects/${projectId}#risk`;

export const getAlertMap = (areaCode: string, signal?: AbortSignal): Promise<AlertMapRow[]> =>
  http.get('/alert-map', { areaCode }, signal);

/** Null where there is none: not looked at yet, nothing known on that day, or not this reader's to see. */
async function orNull<Answer>(asked: Promise<Answer | undefined>): Promise<Answer | null> {
  try {
    return (await asked) ?? null;
  } catch (cause) {
    if (cause instanceof ApiError && cause.status === 404) return null;
    throw cause;
  }
}
/** The alert behind a lead. */
export const findAlert = (id: string, signal?: AbortSignal): Promise<AlertView | null> =>
  orNull(getAlert(id, signal));
export const getProjectRisk = (
  projectId: string,
  day: string,
  signal?: AbortSignal,
): Promise<RiskCardView | null> =>
  orNull(http.get(`/projects/${encodeURIComponent(projectId)}/risk`, { day }, signal));
export const getCompanyRisk = (companyId: string, signal?: AbortSignal): Promise<CompanyRiskView | null> =>
  orNull(http.get(`/companies/${encodeURIComponent(companyId)}/risk`, undefined, signal));
