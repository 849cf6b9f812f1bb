import type { PlainDate } from '../kit/plain-date.ts';
import type { PageQuery } from './page.ts';

/**
 * 案卷: a closed case as one frozen file, with cover, index and a number on every page. The inner volume (副卷) holds what
 * the office approved within itself and, where somebody made a report, who that was; there only the two inspectors read it.
 */
export const CASE_FILE_STATES = ['waiting', 'making', 'kept', 'failed', 'earlier', 'destroyed'] as const;
export type CaseFileState = (typeof CASE_FILE_STATES)[number];
export const CASE_FILE_VOLUMES = ['main', 'inner'] as const;
export type CaseFileVolume = (typeof CASE_FILE_VOLUMES)[number];

/** In this order they lie in the file. */
export const CASE_FILE_SECTIONS = [
  'filing',
  'registration',
  'notice',
  'interview',
  'evidence',
  'arrears',
  'order',
  'decision',
  'service',
  'proceeding',
  'internal',
  'closure',
  'remarks',
] as const;
export type CaseFileSection = (typeof CASE_FILE_SECTIONS)[number];

/** A line of the index (卷内目录); pages count from the cover on. */
export interface CaseFileLine {
  number: number;
  section: CaseFileSection;
  title: string;
  documentNumber?: string;
  date?: PlainDate;
  fromPage: number;
  toPage: number;
}
export interface CaseFileVolumeView {
  pages: number;
  bytes: number;
  sha256: string;
  lines: CaseFileLine[];
}

/** `GET /api/archive` (page; sorts archivedOn, closedOn, pages), `/api/archive/export`; earlier files are left out. */
export interface ListCaseFiles extends PageQuery {
  q?: string;
  areaCode?: string;
  state?: CaseFileState;
  archivedFrom?: PlainDate;
  archivedTo?: PlainDate;
}
export interface CaseFileRow {
  id: string;
  state: CaseFileState;
  /** 文山劳监档字〔2026〕第 1 号 */
  fileNumber: string;
  caseId: string;
  caseNumber: string;
  title: string;
  respondentName: string;
  closedOn: PlainDate;
  archivedOn: PlainDate;
  archivedBy: string;
  /** Of both volumes; 0 until it is made. */
  pages: number;
  isSplit: boolean;
  /** Absent: the area has set no time, and it is kept. */
  keptUntil?: PlainDate;
}

/** `GET /api/archive/:id`: how far it is; whoever looks at one that a killed process left behind sets it going again. */
export interface CaseFileView extends CaseFileRow {
  done: number;
  total: number;
  problem?: string;
  /** Years it is kept in this area. */
  keptYears?: number;
  /** Without the inner volume for who may not read it. */
  main?: CaseFileVolumeView;
  inner?: CaseFileVolumeView;
  /** There is an inner volume that this reader may not open. */
  innerIsClosed: boolean;
  destroyedOn?: PlainDate;
  actions: 'retry'[];
}

/**
 * `GET /api/cases/:id/archive`: what the case's tab shows. `POST /api/cases/:id/archive` with If-Match (of the case) begins it,
 * 202: from then on the case is only read; `POST /api/archive/:id/retry` makes one that failed anew.
 * `GET /api/archive/:id/pdf?volume` gives the frozen bytes; who took them is written down.
 */
export interface ArchiveCase {
  /** 正卷 and 副卷. */
  isSplit: boolean;
}
export interface CaseArchiveView {
  /** Newest first; the first is the one that counts while the case is archived. */
  files: CaseFileView[];
  mayArchive: boolean;
  /** What is to be done before: each a sentence. */
  obstacles: { zh: string; en: string }[];
  /** Somebody made a report: without a split nothing that names him is put into the file. */
  hasReports: boolean;
}
