import type { AlertLevel, RecordRef, Words } from '../alerts/rule.ts';
import type { FactPart } from '../alerts/facts.ts';
import type { PayMonth, PlainDate } from '../kit/plain-date.ts';
import type { HistoryEntry } from './deadlines.ts';
import type { FileView } from './files.ts';

/**
 * A warning: one thing one rule found on one project. It is cured by data alone, never by a click; a person may ask,
 * answer, contest, act and dismiss. One whose month has become too old to be watched lapses. What comes back after it was cured is a new alert.
 */
export const ALERT_STATES = [
  'raised',
  'seen',
  'answered',
  'contested',
  'acted',
  'cured',
  'dismissed',
  'lapsed',
] as const;
export type AlertState = (typeof ALERT_STATES)[number];
export const OPEN_ALERT_STATES = ['raised', 'seen', 'answered', 'contested', 'acted'] as const;

/** Steps of the ladder, in days from the agreed pay day; days are the area's parameter `alertLadder`. */
export const LADDER_STEPS = ['payDay', 'remind', 'urge', 'order'] as const;
export type LadderStep = (typeof LADDER_STEPS)[number];

export const ALERT_ACTIONS = [
  'see',
  'ask',
  'answer',
  'contest',
  'settleContest',
  'visit',
  'order',
  'openCase',
  'dismiss',
  'judge',
] as const;
export type AlertAction = (typeof ALERT_ACTIONS)[number];

/** How a question to a company was answered: `due` are all that were answered or should have been by now. */
export const ANSWERS_COUNTED = ['due', 'inTime', 'late', 'none'] as const;
export type AnswerCounted = (typeof ANSWERS_COUNTED)[number];
/** Filters that open what a number of the leader's page counts. */
export interface CountedAlerts {
  raisedFrom?: PlainDate;
  raisedIn?: PayMonth;
  endedIn?: PayMonth;
  /** Judged at all, or judged right. */
  judged?: 'any' | 'right';
  /** The month of the last day for the answer. */
  answerIn?: PayMonth;
  answered?: AnswerCounted;
}

/**
 * `GET /api/alerts?q&state&level&rule&areaCode&projectId&companyId&month&open=true&sort=urgency` and CountedAlerts (page),
 * `/export`; `q` is the beginning of a number, or part of the project's name, site or code.
 */
export interface AlertRow {
  id: string;
  /** What people call it by: YJ-20261116-3F9A2C. */
  number: string;
  version: number;
  rule: string;
  question: Words;
  level: AlertLevel;
  state: AlertState;
  areaCode: string;
  projectId: string;
  projectName: string;
  month?: PayMonth;
  /** From when it has been so, and when the scan first saw it. */
  since: PlainDate;
  raisedOn: PlainDate;
  curedOn?: PlainDate;
  /** Calendar days since `since`. */
  ageDays: number;
  message: Words;
  /** The highest step reached. */
  step?: LadderStep;
  /** What a question or an order asks of the contractor, by when. */
  answerBy?: PlainDate;
  /** It is an order to put it right by then. */
  ordered?: true;
  /** The company has answered since; then nothing of it is due. */
  answered?: true;
}

/** `GET /api/alerts/:id`. */
export interface AlertView extends AlertRow {
  cure: Words;
  /** The office's own matter: companies neither see it nor are they asked. */
  forOffice?: true;
  /** Each number it compares with: what the area set, or our suggestion. */
  numbers: { name: string; label: Words; value: number; unit: string; isSuggested: boolean }[];
  values: Record<string, number | string>;
  records: (RecordRef & { label: Words })[];
  freshness: { part: FactPart; at?: PlainDate; ageDays?: number }[];
  /** Printed only where the rule is certain. */
  citation?: Words;
  ladder: { step: LadderStep; dueOn: PlainDate; reachedOn?: PlainDate }[];
  /** Do the data of the newest scan say that it is over? Absent before the next scan after an answer. */
  checkedOn: PlainDate;
  stillSo: boolean;
  answers: AlertAnswer[];
  /** Was it right? Asked at the end of every alert. */
  judgement?: { right: boolean; note?: string; at: string };
  /** The lead or visit it led to. */
  complaintId?: string;
  caseId?: string;
  inspectionId?: string;
  history: HistoryEntry[];
  actions: AlertAction[];
}
export interface AlertAnswer {
  kind: 'answer' | 'contest';
  reason: AnswerReason;
  text: string;
  /** What was shown with it, each opened at `GET /api/files/:id` by whoever may see this alert. */
  files: FileView[];
  at: string;
  byName: string;
  /** A contest: did the office agree that the data was late or wrong? */
  settled?: { agreed: boolean; text: string; at: string };
}
export const ANSWER_REASONS = [
  'paidSince',
  'willPay',
  'dataLate',
  'dataWrong',
  'ownerUnpaid',
  'disputed',
  'other',
] as const;
export type AnswerReason = (typeof ANSWER_REASONS)[number];

/**
 * All `POST /api/alerts/:id/<action>` with If-Match, answering AlertView: see {} · ask {text, answerBy} · answer
 * {reason, text, fileIds} and contest (same) by the general contractor or the employer of the team · settleContest
 * {agreed, text} · visit {on, text} (plans a visit; the contractor is not told) · order {text, rectifyBy} · openCase {} (a
 * lead with everything attached) · dismiss {reason} · judge {right, note}.
 */
export interface AskAlert {
  text: string;
  answerBy: PlainDate;
}
export interface AnswerAlert {
  reason: AnswerReason;
  text: string;
  fileIds: string[];
}

export interface SettleContest {
  agreed: boolean;
  text: string;
}
export interface PlanVisit {
  on: PlainDate;
  text: string;
}
export interface OrderAlert {
  text: string;
  rectifyBy: PlainDate;
}
export interface JudgeAlert {
  right: boolean;
  note?: string;
}

export type RuleResultState = 'clear' | 'raised' | 'noData' | 'off';
/** One line of a risk card. */
export interface RiskLine {
  rule: string;
  question: Words;
  state: RuleResultState;
  level: AlertLevel;
  points: number;
  /** The first few findings, worst first; `count` says how many there are. */
  count: number;
  findings: { message: Words; cure: Words; since: PlainDate; alertId?: string; records: RecordRef[] }[];
  /** What is not known. */
  missing: Words[];
  freshness: { part: FactPart; at?: PlainDate; ageDays?: number }[];
  citation?: Words;
}
/** `GET /api/projects/:id/risk?day=` (204 where there is none); `npm run alerts -- --project <code> --day D --json` prints it. */
export interface RiskCardView {
  projectId: string;
  projectCode: string;
  projectName: string;
  areaCode: string;
  day: PlainDate;
  points: number;
  level: AlertLevel | 'clear' | 'noData';
  lines: RiskLine[];
  /** Points at each month's end, oldest first; absent where nothing was known. */
  trend: { month: PayMonth; points?: number }[];
  /** A past day: what was known then gives the alerts raised then; later data that says otherwise is named. */
  laterData: Words[];
}
/**
 * `GET /api/risk-cards?q&areaCode&ownLevel&level&industry` (page, most points first): the projects behind a count, as the
 * newest look left them. `ownLevel`: what lies in the area itself and in none of its parts; `industry=-`: none on record.
 */
export interface RiskCardRow {
  projectId: string;
  projectCode: string;
  projectName: string;
  areaCode: string;
  industryDepartment?: string;
  level: AlertLevel | 'clear' | 'noData';
  points: number;
  day: PlainDate;
  /** The rules that found something. */
  raised: string[];
}
/** `GET /api/companies/:id/risk` (204 where there is none): its projects, worst first, and the sum. */
export interface CompanyRiskView {
  companyId: string;
  companyName: string;
  day: PlainDate;
  points: number;
  level: AlertLevel | 'clear' | 'noData';
  projects: {
    projectId: string;
    projectName: string;
    role: string;
    points: number;
    level: AlertLevel | 'clear' | 'noData';
  }[];
  trend: { month: PayMonth; points?: number }[];
}

/** `GET /api/alert-map?areaCode`: projects and open alerts per area one level below. */
export interface AlertMapRow {
  areaCode: string;
  areaName: string;
  /** There are areas below it with projects in them: asked for itself it has more than one row. */
  hasParts: boolean;
  projects: number;
  red: number;
  yellow: number;
  grey: number;
  points: number;
}
