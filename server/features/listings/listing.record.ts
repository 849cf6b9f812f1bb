import type { PlainDate } from '../../core/kit/plain-date.ts';
import type { LifeRecord } from '../../platform/lives/index.ts';

/** The order to pay behind a listing, as it was when the listing was proposed. */
export interface ListingOrder {
  kind: 'order' | 'decision';
  /** Of a decision: which one of the case. */
  proceedingId?: string;
  servedOn: PlainDate;
  payBy: PlainDate;
}

/** From when until when a name stood on the list; the last day is still on it. */
export interface ListedDays {
  from: PlainDate;
  until: PlainDate;
}

/** A listing as it lies in the store; the persons lie in a collection of their own. */
export interface ListingRecord extends LifeRecord {
  caseId: string;
  caseNumber: string;
  officeCode: string;
  companyId?: string;
  companyName: string;
  creditCode?: string;
  order: ListingOrder;
  /** Who proposed it: told of what the head answers. */
  proposedBy: string;
  /** Names of the persons while they stand on the list: sites of theirs are looked for by these. */
  personNames: string[];
  /** First and last day on the list, and since when the public sees it; far away while that is not decided. */
  listedFrom: PlainDate;
  listedUntil: PlainDate;
  publishedOn: PlainDate;
  /** Its days on the list before it was restored, oldest first: what was so stays so. */
  formerDays?: ListedDays[];
}
