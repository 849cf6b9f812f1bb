import type { IncidentState } from '../incidents/incident-table.ts';
import type { PlainDate } from '../kit/plain-date.ts';
import type { FieldValue } from '../lives/field.ts';
import type { FileView } from './files.ts';
import type { LifeActionView, LifeView } from './lives.ts';

/**
 * 集体讨薪: `GET|POST /api/incidents?areaCode&state&open&extreme&atLeast&projectId&from&to` (sorts -on, people), `from`
 * and `to`: days on which it was reported; `/export`,
 * `/counts?areaCode&from&to`, `/form`, `GET /api/incidents/:id`, `POST /api/incidents/:id/moves/:action` (If-Match, MoveLife).
 * A grid officer sees the own grid, a company what it reported itself and no note of the office.
 */
export interface IncidentView extends LifeView {
  areaCode: string;
  headcount: number;
  isExtreme: boolean;
  happenedOn: PlainDate;
  projectId?: string;
  projectName?: string;
  companyId?: string;
  companyName?: string;
  position?: IncidentPosition;
  files: FileView[];
  /** The lead it became. */
  complaintId?: string;
}
export interface IncidentRow {
  id: string;
  areaCode: string;
  place: string;
  demand: string;
  headcount: number;
  isExtreme: boolean;
  owedFen?: number;
  paidFen?: number;
  projectName?: string;
  companyName?: string;
  state: IncidentState;
  isOpen: boolean;
  happenedOn: PlainDate;
  openedOn: PlainDate;
}
/** Degrees as the phone says them, kept to about a hundred metres. */
export interface IncidentPosition {
  latitude: number;
  longitude: number;
}
/** A company names the project on which it is owner or general contractor; the area is then the project's. */
export interface OpenIncident {
  areaCode: string;
  projectId?: string;
  companyId?: string;
  position?: IncidentPosition;
  given: Record<string, FieldValue>;
}
/** `GET /api/incidents/form`: what the report asks for. */
export interface IncidentForm {
  open: Pick<LifeActionView, 'name' | 'fields'>;
}
/** As they were reported in these days. Without `sizes` the area has not set by which sizes it counts. */
export interface IncidentCounts {
  reported: number;
  open: number;
  extreme: number;
  paidFen: number;
  sizes?: { atLeast: number; count: number }[];
}
