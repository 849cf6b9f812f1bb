import type { Words } from '../alerts/rule.ts';
import type { AssessmentGroup, Criterion, Grade } from '../assessment/criteria.ts';
import type { PlainDate } from '../kit/plain-date.ts';
import type { FigureList, FigureUnit } from '../reports/figure.ts';
import type { FileView } from './files.ts';

/**
 * 年度考核自评表: `GET /api/assessment?areaCode&year`, `/export?areaCode&year&format=docx|xlsx`,
 * `PUT /api/assessment/:areaCode/:year/criteria` (leader) and `PUT /api/assessment/:areaCode/:year/answers/:criterionId`
 * (leader, bureauHead); both If-Match, `"v0"` where nothing stands there yet.
 */
export interface AssessmentSheet {
  areaCode: string;
  areaName: string;
  year: number;
  from: PlainDate;
  to: PlainDate;
  computedAt: string;
  /** Whose criteria these are; absent where neither the area nor one above it has set any. */
  criteriaOf?: { areaCode: string; areaName: string; year: number };
  /** Of the criteria of this very area and year; 0 where there are none. */
  criteriaVersion: number;
  rows: AssessmentRow[];
  /** Whole points of all rows; tenths of points earned; rows without any. */
  points: number;
  scoreTenths: number;
  unanswered: number;
  /** Absent while rows are without points or the area has set no thresholds. */
  grade?: { grade: Grade; byIncidents: boolean };
  gradesSet: boolean;
  incidents: AssessmentIncidents;
  mayEdit: boolean;
}
export interface AssessmentIncidents {
  reported: number;
  extreme: number;
  /** Absent where the area has not set by which sizes it counts. */
  sizes?: { atLeast: number; count: number }[];
}
export interface AssessmentRow extends Criterion {
  /** The figure's words and value; null where nothing can be said. */
  reading?: { words: Words; define: Words; unit: FigureUnit; value: number | null; list?: FigureList };
  /** Computed from the records, or said by the office itself, or none. */
  scoreTenths: number | null;
  basis: 'records' | 'own' | 'none';
  answer: AssessmentAnswer;
}
export interface AssessmentAnswer {
  criterionId: string;
  words: string;
  ownTenths?: number;
  files: FileView[];
  /** 0 where nothing was written yet. */
  version: number;
}
export interface WriteCriteria {
  criteria: Criterion[];
}
/** `ownTenths` only where no record gives the points. */
export interface WriteAnswer {
  words: string;
  ownTenths?: number;
  fileIds: string[];
}
/** Summed by group, for paper and screen. */
export interface GroupSum {
  group: AssessmentGroup;
  points: number;
  scoreTenths: number;
  rows: AssessmentRow[];
}
