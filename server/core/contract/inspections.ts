import type { FindingState } from '../inspections/finding-table.ts';
import type { PlainDate } from '../kit/plain-date.ts';
import type { FileView } from './files.ts';
import type { LifeView } from './lives.ts';
import type { ChecklistItemId } from './safeguards.ts';

/** 日常巡视检查 / 书面审查 / 专项检查 */
export const INSPECTION_KINDS = ['ROUTINE', 'DOCUMENT_REVIEW', 'SPECIAL'] as const;
export type InspectionKind = (typeof INSPECTION_KINDS)[number];

/** `GET|POST /api/inspections`, `PATCH /api/inspections/:id` with If-Match; sorts -on; `/export`. */
export interface InspectionView {
  id: string;
  version: number;
  areaCode: string;
  on: PlainDate;
  kind: InspectionKind;
  companyId?: string;
  companyName: string;
  projectId?: string;
  projectName?: string;
  inspectors: string;
  findings: string;
  /** Nothing found, or to be put right. */
  result: 'CLEAN' | 'TO_RECTIFY';
  /** Only of a visit with the seven items. */
  checklist?: ChecklistLine[];
  place?: SitePlace;
  companions?: string;
  /** Photos of the visit as a whole. */
  fileIds?: string[];
  actions: 'edit'[];
}
export interface WriteInspection {
  areaCode: string;
  on: PlainDate;
  kind: InspectionKind;
  companyId?: string;
  companyName: string;
  projectId?: string;
  inspectors: string;
  findings: string;
  result: 'CLEAN' | 'TO_RECTIFY';
}

/** In order, not in order, or not looked at: what was not seen is never called fine. */
export const CHECKLIST_ANSWERS = ['OK', 'NOT_OK', 'NOT_SEEN'] as const;
export type ChecklistAnswer = (typeof CHECKLIST_ANSWERS)[number];

/** One of the seven items of REG-39-1 as it was found on site. */
export interface ChecklistLine {
  item: ChecklistItemId;
  answer: ChecklistAnswer;
  /** What was found; always with NOT_OK. */
  note?: string;
  /** With NOT_OK alone: by when it has to be put right. */
  rectifyBy?: PlainDate;
  fileIds: string[];
}

/** Where the visit was: as the phone says with its owner's consent, or as it was typed. */
export interface SitePlace {
  text?: string;
  /** Degrees, rounded to about a hundred metres. */
  latitude?: number;
  longitude?: number;
}

/**
 * `POST /api/site-inspections` (idempotent, 201) answers InspectionView: one visit with the seven items, by two
 * inspectors at least. Each item that is not in order becomes a finding; result and the sentence of the log follow.
 */
export interface WriteSiteInspection {
  areaCode: string;
  on: PlainDate;
  kind: InspectionKind;
  companyId?: string;
  companyName: string;
  projectId?: string;
  inspectors: string[];
  companions?: string;
  place?: SitePlace;
  checklist: ChecklistLine[];
  remark?: string;
  fileIds: string[];
}

/**
 * 整改事项: `GET /api/findings?areaCode&state&open&item&projectId&companyId&inspectionId` (sorts due, on), `/export`,
 * `GET /api/findings/:id`, `POST /api/findings/:id/moves/:action` (If-Match, MoveLife). A company sees its own.
 */
export interface FindingView extends LifeView {
  areaCode: string;
  inspectionId: string;
  item: ChecklistItemId;
  companyId?: string;
  companyName: string;
  projectId?: string;
  projectName?: string;
  /** What the company and the inspectors showed, oldest first. */
  files: FileView[];
  /** The lead it became. */
  complaintId?: string;
}
export interface FindingRow {
  id: string;
  areaCode: string;
  inspectionId: string;
  item: ChecklistItemId;
  state: FindingState;
  companyName: string;
  projectId?: string;
  projectName?: string;
  foundOn: PlainDate;
  rectifyBy?: PlainDate;
  isOpen: boolean;
  /** Past its day and not put right. */
  isLate: boolean;
}

/** 宣传活动: `GET|POST /api/outreach`, `PATCH /api/outreach/:id` with If-Match; `/export`. */
export interface OutreachView {
  id: string;
  version: number;
  areaCode: string;
  on: PlainDate;
  what: string;
  leaflets: number;
  vehicles: number;
  people: number;
  slogans: number;
  consultations: number;
  actions: 'edit'[];
}
export type WriteOutreach = Omit<OutreachView, 'id' | 'version' | 'actions'>;
