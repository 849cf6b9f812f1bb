import Joi from 'joi';
import { ALERT_LEVELS } from '../../core/alerts/rule.ts';
import type {
  AnswerAlert,
  AskAlert,
  JudgeAlert,
  OrderAlert,
  PlanVisit,
  SettleContest,
} from '../../core/contract/alerts.ts';
import { ALERT_STATES, ANSWER_REASONS, ANSWERS_COUNTED } from '../../core/contract/alerts.ts';
import type { ExportFormat } from '../../core/contract/page.ts';
import { isPayMonth } from '../../core/kit/plain-date.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import { areaCode, id, pageKeys, plainDate, text } from '../../platform/http/shapes.ts';
import { exportKeys } from '../../platform/tables/index.ts';
import type { PreviewAlertChange } from '../../core/contract/alert-figures.ts';
import type { ListAlerts } from './list-alerts.ts';
import { ALERT_SORTS } from './list-alerts.ts';
import { CARD_LEVELS } from './alert-card.model.ts';
import type { ListRiskCards } from './list-risk-cards.ts';
import { RISK_CARD_SORTS } from './list-risk-cards.ts';
import type { AskRunway } from './wage-runway.ts';

const month = (): Joi.StringSchema =>
  Joi.string().custom((value: string, helpers) => (isPayMonth(value) ? value : helpers.error('date.format')));

const filters = {
  q: text(50),
  state: Joi.string().valid(...ALERT_STATES),
  level: Joi.string().valid(...ALERT_LEVELS),
  rule: Joi.string().pattern(/^[a-zA-Z]{1,60}$/u, 'rule'),
  areaCode: areaCode(),
  projectId: id(),
  companyId: id(),
  month: month(),
  open: Joi.boolean(),
  raisedFrom: plainDate() as Joi.StringSchema<PlainDate>, // the shape has checked it
  raisedIn: month(),
  endedIn: month(),
  judged: Joi.string().valid('any', 'right'),
  answerIn: month(),
  answered: Joi.string().valid(...ANSWERS_COUNTED),
};
export const listAlertsQuery = Joi.object<ListAlerts, true>({
  ...filters,
  ...pageKeys(Object.keys(ALERT_SORTS)),
});
export type ExportAlerts = Omit<ListAlerts, 'cursor' | 'limit'> & { format: ExportFormat };
export const exportAlertsQuery = Joi.object<ExportAlerts, true>({
  ...filters,
  sort: pageKeys(Object.keys(ALERT_SORTS)).sort,
  ...exportKeys,
});

export const listRiskCardsQuery = Joi.object<ListRiskCards, true>({
  q: text(50),
  areaCode: areaCode(),
  ownLevel: Joi.boolean(),
  level: Joi.string().valid(...CARD_LEVELS),
  industry: Joi.string().pattern(/^(?:-|[A-Za-z0-9][A-Za-z0-9_-]{0,31})$/u, 'code'),
  ...pageKeys(Object.keys(RISK_CARD_SORTS)),
});

const words = () => text(1_000, 2).required();
const day = () => plainDate().required() as Joi.StringSchema<PlainDate>; // the shape has checked it
const MOST_FILES = 20;

export const noBody = Joi.object<Record<string, never>, true>({});
export const askBody = Joi.object<AskAlert, true>({ text: words(), answerBy: day() });
export const answerBody = Joi.object<AnswerAlert, true>({
  reason: Joi.string()
    .valid(...ANSWER_REASONS)
    .required(),
  text: words(),
  fileIds: Joi.array().items(id()).max(MOST_FILES).unique().required(),
});
export const settleBody = Joi.object<SettleContest, true>({
  agreed: Joi.boolean().strict().required(),
  text: words(),
});
export const visitBody = Joi.object<PlanVisit, true>({ on: day(), text: words() });
export const orderBody = Joi.object<OrderAlert, true>({ text: words(), rectifyBy: day() });
export const dismissBody = Joi.object<{ reason: string }, true>({ reason: words() });
export const judgeBody = Joi.object<JudgeAlert, true>({
  right: Joi.boolean().strict().required(),
  note: text(500),
});

export const riskQuery = Joi.object<{ day?: PlainDate }, true>({
  day: plainDate() as Joi.StringSchema<PlainDate>,
});
const area = areaCode().required();
export const runwayQuery = Joi.object<AskRunway, true>({
  areaCode: area,
  delayDays: Joi.number().integer().min(0).max(365),
  springFestival: Joi.boolean(),
  cursor: Joi.string().pattern(/^\d{1,6}$/u, 'cursor'),
  limit: Joi.number().integer().min(1).max(200),
});
export const previewBody = Joi.object<PreviewAlertChange>({
  areaCode: area,
  parameter: Joi.string()
    .pattern(/^[a-zA-Z]{1,60}$/u, 'parameter')
    .required(),
  // Checked again by the parameter's own shape.
  value: Joi.alternatives(
    Joi.number().strict(),
    Joi.string().max(200),
    Joi.object(),
    Joi.array().max(100),
  ).required(),
});

export const mapQuery = Joi.object<{ areaCode: string }, true>({ areaCode: area });
