import type { HazardLevel, HazardState } from '../hazards/hazard-table.ts';
import type { PlainDate } from '../kit/plain-date.ts';
import type { FieldValue } from '../lives/field.ts';
import type { FileView } from './files.ts';
import type { LifeActionView, LifeView } from './lives.ts';

/**
 * 隐患: `GET|POST /api/hazards?areaCode&state&level&open&projectId` (sorts -on, due), `/export`, `GET /api/hazards/:id`,
 * `POST /api/hazards/:id/moves/:action` (If-Match, MoveLife). A grid officer sees the own grid, a township its grids.
 */
export interface HazardView extends LifeView {
  areaCode: string;
  level: HazardLevel;
  hazardKind: string;
  projectId?: string;
  projectName?: string;
  files: FileView[];
  /** The lead it became. */
  complaintId?: string;
}
export interface HazardRow {
  id: string;
  areaCode: string;
  hazardKind: string;
  what: string;
  place: string;
  state: HazardState;
  level: HazardLevel;
  headcount?: number;
  owedFen?: number;
  paidFen?: number;
  projectName?: string;
  openedOn: PlainDate;
  isOpen: boolean;
}
export interface OpenHazard {
  areaCode: string;
  projectId?: string;
  given: Record<string, FieldValue>;
}
/** `GET /api/hazards/form`: what the report asks for. */
export interface HazardForm {
  open: Pick<LifeActionView, 'name' | 'fields'>;
}
/** `GET /api/hazards/counts?areaCode&from&to`: per grid or town as it was reported. */
export interface HazardCountRow {
  areaCode: string;
  reported: number;
  open: number;
  /** Settled before it left the grid. */
  solvedInGrid: number;
  solvedAbove: number;
  toComplaint: number;
  paidFen: number;
}
