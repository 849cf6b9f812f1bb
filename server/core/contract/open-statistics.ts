import type { Quarter } from '../open-statistics/quarter.ts';

/*
 * GET /api/public/statistics?quarter=2026-Q3          OpenStatistics; the last finished quarter when none is named
 * GET /api/public/statistics/export?format=csv        every published quarter, one line per area and part
 */

export const OPEN_MEASURES = ['received', 'closed', 'people', 'recoveredFen', 'medianDays'] as const;
export type OpenMeasure = (typeof OPEN_MEASURES)[number];

/** A number; `few`: fewer than the least number; `withheld`: hidden to protect another; null: not counted so. */
export type OpenValue = number | 'few' | 'withheld' | null;

export interface Named {
  code: string;
  zh: string;
  en: string;
}

/** One line: an area as a whole, or one channel or industry of it. Without a code the area is all areas together. */
export type OpenRow = { area: Named; by: 'all' | 'channel' | 'industry'; part: Named | null } & Record<
  OpenMeasure,
  OpenValue
>;

export interface OpenStatistics {
  quarter: Quarter;
  from: string;
  to: string;
  /** The quarters that are published, the latest first. */
  quarters: Quarter[];
  computedOn: string;
  /** Fewer people or records are not published in one cell. */
  least: number;
  /** No area has set it: our own suggestion holds. */
  isLeastSuggested: boolean;
  rows: OpenRow[];
}

export interface AskOpenStatistics {
  quarter?: string;
}
export interface ExportOpenStatistics {
  format: 'csv';
}
