import type { PayMonth, PlainDate } from '../kit/plain-date.ts';
import type { RiskCardRow } from './alerts.ts';

/**
 * `GET /api/inspection-plan?areaCode&month`: the projects of the area by risk, with who goes there in the month and whether
 * it was done. `POST /api/inspection-plan` (idempotent, 201, AssignVisits) gives projects to an inspector for a month.
 */
export interface PlanRow {
  projectId: string;
  projectName: string;
  areaCode: string;
  level: RiskCardRow['level'];
  points: number;
  /** Complaints that name it: open ones and those of a year. */
  complaints: number;
  lastInspectedOn?: PlainDate;
  /** Days since; absent where it was never inspected. */
  daysSince?: number;
  inspectorId?: string;
  inspectorName?: string;
  /** The visit of the month, whoever made it. */
  doneOn?: PlainDate;
}
export interface InspectionPlan {
  month: PayMonth;
  rows: PlanRow[];
  /** Projects there are; the plan shows those with most points. */
  total: number;
  assigned: number;
  done: number;
  /** Whom they may be given to. */
  inspectors: { id: string; name: string }[];
}
export interface AssignVisits {
  month: PayMonth;
  projectIds: string[];
  inspectorId: string;
}

/**
 * 政府投资项目全覆盖排查: `GET /api/screening?areaCode&since`: government-invested projects, those not yet covered first. A
 * special inspection covers one, and so does a report that there is nothing: `POST /api/screening` (idempotent, 201).
 */
export interface ScreeningRow {
  projectId: string;
  projectName: string;
  areaCode: string;
  screenedOn?: PlainDate;
  /** What covered it last. */
  by?: 'INSPECTION' | 'NO_HAZARD';
  isCovered: boolean;
}
export interface Screening {
  since: PlainDate;
  rows: ScreeningRow[];
  /** Per town, as the projects lie. */
  towns: { areaCode: string; projects: number; covered: number }[];
}
export interface ReportNoHazard {
  projectId: string;
  on: PlainDate;
  note: string;
}
