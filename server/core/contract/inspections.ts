import type { PlainDate } from '../kit/plain-date.ts';

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
