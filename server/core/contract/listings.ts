import type { Words } from '../alerts/rule.ts';
import type { Fen } from '../kit/money.ts';
import type { PlainDate } from '../kit/plain-date.ts';
import type { FieldValue } from '../lives/field.ts';
import type { NextDue } from './deadlines.ts';
import type { FileView } from './files.ts';
import type { LifeActionView, LifeView } from './lives.ts';
import type { PageQuery } from './page.ts';

/** Who is listed beside the employer (BLK-5-2): head, manager directly responsible, others directly responsible. */
export const LISTED_PERSON_KINDS = ['principal', 'manager', 'other'] as const;
export type ListedPersonKind = (typeof LISTED_PERSON_KINDS)[number];

export const LISTED_PERSON_WORDS: Readonly<Record<ListedPersonKind, Words>> = {
  principal: { zh: '法定代表人或者主要负责人', en: 'Legal representative or principal' },
  manager: { zh: '直接负责的主管人员', en: 'Manager directly responsible' },
  other: { zh: '其他直接责任人员', en: 'Other person directly responsible' },
};

/** Which party of the case is listed. */
export const LISTED_PARTIES = ['respondent', 'primaryPayer', 'firstPayer'] as const;
export type ListedParty = (typeof LISTED_PARTIES)[number];

export const LISTING_STATES = [
  'proposed',
  'noticeApproved',
  'noticed',
  'objected',
  'verified',
  'decided',
  'served',
  'listed',
  'applied',
  'leaving',
  'leavingEarly',
  'removedEarly',
  'removed',
  'spared',
  'dropped',
] as const;
export type ListingState = (typeof LISTING_STATES)[number];

export interface WriteListedPerson {
  /** Of a person who stands there already: the identity number stays unless another is given. */
  id?: string;
  kind: ListedPersonKind;
  name: string;
  post: string;
  citizenId?: string;
}
export interface ListedPersonView {
  id: string;
  kind: ListedPersonKind;
  name: string;
  post: string;
  /** For those who handle the listing. */
  citizenIdMasked?: string;
}

/** `GET /api/listings`: sorts nextDueOn (default), openedOn, listedFrom; `/export?format=` with the same filters. */
export interface ListListings extends PageQuery {
  state?: ListingState;
  /** On the list on this day, whether published or not. */
  onList?: boolean;
  areaCode?: string;
  companyId?: string;
  caseId?: string;
  due?: 'overdue' | 'today' | 'within1' | 'within3' | 'later' | 'none';
}
export interface ListingRow {
  id: string;
  version: number;
  state: ListingState;
  stateName: Words;
  areaCode: string;
  caseId: string;
  caseNumber: string;
  companyId?: string;
  companyName: string;
  openedOn: PlainDate;
  owedFen?: Fen;
  decisionNumber?: string;
  listedFrom?: PlainDate;
  listedUntil?: PlainDate;
  nextDue?: NextDue;
}

/** `GET /api/listings/:id`; moves: `POST /api/listings/:id/moves/:action` with If-Match and `{ given }`. */
export interface ListingView extends LifeView {
  areaCode: string;
  caseId: string;
  caseNumber: string;
  companyId?: string;
  companyName: string;
  creditCode?: string;
  order: { servedOn: PlainDate; payBy: PlainDate };
  persons: ListedPersonView[];
  /** May the persons be changed by this reader now? `PUT /api/listings/:id/persons` with If-Match. */
  editsPersons: boolean;
  listedFrom?: PlainDate;
  listedUntil?: PlainDate;
  publishedOn?: PlainDate;
  /** What was attached to its steps, for those who handle it. */
  files: FileView[];
  /** Before the decision what being spared needs, on the list what early removal still needs; empty after it. */
  needs: { words: Words; isMet?: boolean; citation?: Words }[];
}

/** `POST /api/listings` (inspector; idempotent, 201). */
export interface OpenListing {
  caseId: string;
  party: ListedParty;
  persons: WriteListedPerson[];
  given: Record<string, FieldValue>;
}
export interface WriteListedPersons {
  persons: WriteListedPerson[];
}
/** `POST /api/listings/:id/persons/:personId/reveal` answers `{ value }`; every view is an event. */
export interface RevealListedPerson {
  reason: string;
}

/** `GET /api/cases/:id/listings`: those of the case, and how another is opened, or why not. */
export interface CaseListings {
  items: ListingRow[];
  /** Absent for whom it is not to do. */
  open?: LifeActionView;
  /** What the form begins with. */
  parties: { party: ListedParty; name: string; legalRepresentative?: string }[];
  suggested: { owedFen: Fen; headcount: number };
}

/**
 * `GET /api/public/listings?q&areaCode`: what the law has published and nothing else; from the publication to the last
 * day of the term, or to the day before the removal was decided (BLK-9-1, BLK-17-1). `q` is the beginning of the name or the code.
 */
export interface ListPublicListings {
  q?: string;
  areaCode?: string;
  cursor?: string;
  limit?: number;
}
export interface PublicListing {
  companyName: string;
  creditCode?: string;
  persons: { kind: ListedPersonKind; name: string }[];
  mainFacts: string;
  decisionNumber: string;
  decidedOn: PlainDate;
  listedUntil: PlainDate;
}
