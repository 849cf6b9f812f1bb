import type { PlainDate } from '../kit/plain-date.ts';
import type { SixItem } from '../publications/publication-content.ts';
import type { FieldValue } from '../lives/field.ts';
import type { Words } from '../alerts/rule.ts';
import type { FileView } from './files.ts';
import type { LifeActionView, LifeView } from './lives.ts';
import type { PageQuery } from './page.ts';

export const PUBLICATION_STATES = [
  'proposed',
  'returned',
  'approved',
  'published',
  'contested',
  'dropped',
  'withdrawn',
  'ended',
] as const;
export type PublicationState = (typeof PUBLICATION_STATES)[number];

/** `POST /api/publications` (inspector; idempotent, 201): proposed from a case whose decision was served. */
export interface ProposePublication {
  caseId: string;
  given: Record<string, FieldValue>;
}

/** `GET /api/publications?q&state&areaCode&due&public` (sorts openedOn, nextDueOn, publicOn), `/export`. */
export interface ListPublications extends PageQuery {
  q?: string;
  state?: PublicationState;
  areaCode?: string;
  /** What the list of this quarter or half-year still lacks. */
  due?: boolean;
}
export interface PublicationRow {
  id: string;
  version: number;
  state: PublicationState;
  stateName: Words;
  areaCode: string;
  companyName: string;
  caseId: string;
  caseNumber: string;
  decisionNumber: string;
  openedOn: PlainDate;
  publishedOn?: PlainDate;
  shownUntil?: PlainDate;
  nextDueOn?: PlainDate;
}

/** `GET /api/publications/:id`; moves `POST /api/publications/:id/moves/:action` (If-Match, MoveLife). */
export type PublicationView = LifeView &
  Omit<PublicationRow, 'state'> & {
    /** What was attached to its steps, for those who handle it. */
    files: FileView[];
  };

/** `GET /api/cases/:id/publications`: those of a case, and whether another can be proposed. */
export interface PublicationsOfCase {
  items: PublicationRow[];
  open?: LifeActionView;
  /** What the register says of the company, for the form. */
  onRecord: Partial<Record<SixItem, string>>;
}

/** `GET /api/public/violations?q&areaCode` (public): the six items and the day, and nothing else. */
export type PublicViolation = Record<SixItem, string> & { publishedOn: PlainDate };
export interface ListViolations extends PageQuery {
  q?: string;
  areaCode?: string;
}
