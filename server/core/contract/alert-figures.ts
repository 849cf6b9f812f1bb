import type { FactPart } from '../alerts/facts.ts';
import type { AlertLevel, Words } from '../alerts/rule.ts';
import type { Fen } from '../kit/money.ts';
import type { PayMonth, PlainDate } from '../kit/plain-date.ts';

/** `GET /api/alert-figures?areaCode`: the leader's page. */
export interface AlertFigures {
  day: PlainDate;
  /** Answers and hits are counted of what was raised from this day on. */
  from: PlainDate;
  byArea: {
    areaCode: string;
    areaName: string;
    /** There are areas below it with projects in them. */
    hasParts: boolean;
    projects: number;
    red: number;
    yellow: number;
    clear: number;
    grey: number;
  }[];
  byIndustry: {
    industry: string;
    name: Words;
    projects: number;
    red: number;
    yellow: number;
    clear: number;
    grey: number;
  }[];
  answered: { month: PayMonth; asked: number; inTime: number; late: number; unanswered: number }[];
  hits: RuleHits[];
}
/** Of the alerts of a rule that ended in a month and were judged: how many were right. */
export interface RuleHits {
  rule: string;
  question: Words;
  month: PayMonth;
  raised: number;
  cured: number;
  judged: number;
  right: number;
}

/** `GET /api/wage-runway?areaCode&delayDays=0&springFestival=true` (page): worst first. */
export interface RunwayRow {
  projectId: string;
  projectName: string;
  areaCode: string;
  balanceFen?: Fen;
  /** Forecast of one month's payroll: the median of the last months filed. */
  monthlyFen?: Fen;
  /** Days the balance covers; absent where balance or payroll is not known. */
  days?: number;
  /** The first pay day the balance and the labour cost expected by then do not cover. */
  runsDryOn?: PlainDate;
  shortFen?: Fen;
  reachesSpringFestival?: boolean;
}
export interface RunwayView {
  day: PlainDate;
  delayDays: number;
  /** The first day off; before the year's notice is on record lunar new year's day. */
  springFestivalOn?: PlainDate;
  springFestivalByNotice?: boolean;
  items: RunwayRow[];
  nextCursor: string | null;
  total: number;
}

/** `GET /api/alert-rules?areaCode`: rules as data, with what holds today; `GET /api/public/alert-rules?areaCode` says the same in plain words. */
export interface AlertRuleView {
  id: string;
  group: string;
  question: Words;
  level: AlertLevel | 'off';
  suggestedLevel: AlertLevel;
  points: number;
  ladder: boolean;
  needs: FactPart[];
  /** Parts it also looks at; their absence does not make it grey. */
  also: FactPart[];
  numbers: {
    name: string;
    parameter: string;
    value: number;
    unit: string;
    isSuggested: boolean;
    label: Words;
  }[];
  citation?: Words;
}
/** `POST /api/alert-rules/preview`: what this change would do today; writes nothing. */
export interface PreviewAlertChange {
  areaCode: string;
  parameter: string;
  value: unknown;
}
export interface AlertChangePreview {
  day: PlainDate;
  projects: number;
  wouldRaise: number;
  wouldClear: number;
  examples: {
    projectId: string;
    projectName: string;
    rule: string;
    message: Words;
    change: 'raise' | 'clear';
  }[];
}
