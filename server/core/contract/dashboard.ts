import type { Words } from '../alerts/rule.ts';
import type { Fen } from '../kit/money.ts';
import type { PayMonth, PlainDate } from '../kit/plain-date.ts';
import type { AgeBandId } from '../reports/ages.ts';
import type { CaseState } from './cases.ts';
import type { ComplaintState } from './complaints.ts';
import type { CardLevel } from './risk-levels.ts';

/**
 * `GET /api/dashboard?areaCode&day`: leader, bureauHead, inspector, clerk of the area (a county, prefecture or province).
 * A past day shows what stood open then as it was kept that day; `open` is absent where nothing was kept.
 */
export interface Dashboard {
  areaCode: string;
  areaName: string;
  day: PlainDate;
  computedAt: string;
  open?: OpenNow;
  /** From the first of January to the day, and the same days of the year before. */
  year: YearFigures;
  lastYear: YearFigures;
  /** Twelve months up to the day's, oldest first, each beside the same month a year before. */
  trend: TrendMonth[];
  /** What payrolls say was paid, beside what workers drawn by lot say; the newest month of each area. */
  truth: TruthBeside[];
}

export interface OpenNow {
  complaints: Standing<ComplaintState>;
  cases: Standing<CaseState> & { owedFen: Fen; seenFen: Fen };
  sites: SiteFigures;
  /** When sites and warnings were last added up; absent before the first time. */
  sitesAt?: string;
  areas: AreaRow[];
  industries: IndustryRow[];
}

export interface Standing<State extends string> {
  open: number;
  overdue: number;
  /** Due today or within three working days. */
  dueSoon: number;
  byState: { state: State; count: number }[];
  byAge: { band: AgeBandId; count: number }[];
}

export const COVERAGE_ITEMS = ['contract', 'realName', 'account', 'bond', 'bankPay', 'board'] as const;
export type CoverageItem = (typeof COVERAGE_ITEMS)[number];
/** `of` are those of whom it can be said; a rate of nothing is null, and never a hundred per cent. */
export interface Coverage {
  item: CoverageItem;
  done: number;
  of: number;
  rate: number | null;
}
export interface SiteFigures {
  projects: number;
  red: number;
  yellow: number;
  clear: number;
  grey: number;
  alertsRed: number;
  alertsYellow: number;
  coverage: Coverage[];
}

/** One part of the area beside the others. */
export interface AreaRow extends Omit<SiteFigures, 'coverage'> {
  areaCode: string;
  areaName: string;
  /** It has an office and parts of its own to look into. */
  hasParts: boolean;
  complaints: number;
  complaintsOverdue: number;
  cases: number;
  casesOverdue: number;
  owedFen: Fen;
  seenFen: Fen;
  coverage: Coverage[];
}
export interface IndustryRow extends Omit<SiteFigures, 'alertsRed' | 'alertsYellow'> {
  /** '-': none on record. */
  industry: string;
  name: Words;
}

export interface YearFigures {
  from: PlainDate;
  to: PlainDate;
  received: number;
  filed: number;
  closed: number;
  owedFen: Fen;
  amountFen: Fen;
}
export interface TrendMonth {
  month: PayMonth;
  received: number;
  closed: number;
  amountFen: Fen;
  before: { received: number; closed: number; amountFen: Fen };
}
export interface TruthBeside {
  areaCode: string;
  areaName: string;
  month: PayMonth;
  reportedBasisPoints?: number;
  paidBasisPoints?: number;
  lowBasisPoints?: number;
  highBasisPoints?: number;
  asked: number;
  answered: number;
}

/**
 * `GET /api/dashboard/sites?areaCode&industry&level&item&lacks&q` (page): the projects behind the rates. `item`: of whom it
 * can be said whether they have it; with `lacks=true`, those that have not.
 */
export interface ListSites {
  areaCode?: string;
  industry?: string;
  level?: CardLevel;
  item?: CoverageItem;
  lacks?: boolean;
}
export type CoverageState = 'done' | 'missing' | 'notRequired' | 'unknown';
export interface SiteRow {
  id: string;
  projectCode: string;
  projectName: string;
  areaCode: string;
  level: CardLevel;
  contractorName?: string;
  items: Record<CoverageItem, CoverageState>;
  present: number;
  withContract: number;
  withRealName: number;
}
