import type { Words } from '../alerts/rule.ts';
import type { Fen } from '../kit/money.ts';
import type { PlainDate } from '../kit/plain-date.ts';
import type { FieldValue } from '../lives/field.ts';
import type { BlockerRecord, ReleaseBlockerKind } from '../releases/release-blockers.ts';
import type { FileView } from './files.ts';
import type { LifeActionView, LifeView } from './lives.ts';
import type { PageQuery } from './page.ts';

/** What is let go once no wages are owed: the wage account, or the wage bond (a guarantee in its place). */
export const RELEASE_KINDS = ['accountClosure', 'bondReturn'] as const;
export type ReleaseKind = (typeof RELEASE_KINDS)[number];

export const RELEASE_STATES = [
  'declared',
  'noticed',
  'inReview',
  'passed',
  'refused',
  'confirmed',
  'done',
  'withdrawn',
] as const;
export type ReleaseState = (typeof RELEASE_STATES)[number];

/** `POST /api/releases` (general contractor; idempotent, 201). */
export interface OpenRelease {
  kind: ReleaseKind;
  projectId: string;
  given: Record<string, FieldValue>;
}

/** `GET /api/releases?q&kind&state&areaCode&due` (sorts nextDueOn, openedOn), `/export`. */
export interface ListReleases extends PageQuery {
  q?: string;
  kind?: ReleaseKind;
  state?: ReleaseState;
  areaCode?: string;
  /** Those with a last day of the office's. */
  due?: boolean;
}
export interface ReleaseRow {
  id: string;
  version: number;
  kind: ReleaseKind;
  state: ReleaseState;
  stateName: Words;
  areaCode: string;
  projectId: string;
  projectName: string;
  companyName: string;
  bankName: string;
  openedOn: PlainDate;
  noticeUntil?: PlainDate;
  nextDueOn?: PlainDate;
  confirmationNumber?: string;
  confirmedOn?: PlainDate;
}

/** What stands in the way, counted when it is looked at. The contractor is not told of matters of the office apart. */
export interface BlockerView extends Words {
  kind: ReleaseBlockerKind | 'officeMatter';
  records: BlockerRecord[];
}

export interface ObjectionView {
  number: number;
  kind: Words;
  heardOn: PlainDate;
  /** For the office alone. */
  text?: string;
  /** What the company is told. */
  told?: string;
  answeredOn?: PlainDate;
  outcome?: Words;
}

/** `GET /api/releases/:id`; moves `POST /api/releases/:id/moves/:action` (If-Match, MoveLife). */
export type ReleaseView = LifeView &
  Omit<ReleaseRow, 'state'> & {
    projectCode: string;
    /** Of a bond, what was stored. */
    bondFen?: Fen;
    isGuarantee?: true;
    blockers: BlockerView[];
    objections: ObjectionView[];
    /** What was attached to its steps, as far as this reader opens it. */
    files: FileView[];
    /** `GET /api/releases/:id/paper.pdf`: the confirmation, or the written refusal. */
    paper?: 'confirmation' | 'refusal';
  };

/** `GET /api/projects/:id/releases`: those of a project, and what its general contractor can begin now. */
export interface ReleasesOfProject {
  items: ReleaseRow[];
  open: { kind: ReleaseKind; step: LifeActionView; blockers: BlockerView[] }[];
}

/** `GET /api/public/releases?q&areaCode` (public): notices that run; no more than the notice on the board. */
export interface PublicRelease {
  kind: ReleaseKind;
  projectCode: string;
  projectName: string;
  companyName: string;
  areaCode: string;
  postedOn: PlainDate;
  publishedOn: PlainDate;
  until: PlainDate;
}
export interface ListPublicReleases extends PageQuery {
  q?: string;
  areaCode?: string;
}
