/** Companies that hire, build or own: `/api/companies`. One credit code is one company (VAL-USCC). */
export const COMPANY_STATES = ['active', 'merged'] as const;
export type CompanyState = (typeof COMPANY_STATES)[number];

export const COMPANY_ACTIONS = ['edit', 'merge'] as const;
export type CompanyAction = (typeof COMPANY_ACTIONS)[number];

/** `GET /api/companies?q&areaCode&state` (q: part of the name, its pinyin initials, or the credit code); `/export`. */
export interface CompanyView {
  id: string;
  version: number;
  name: string;
  creditCode?: string;
  areaCode: string;
  address?: string;
  legalRepresentative?: string;
  phoneMasked?: string;
  state: CompanyState;
  /** The record that stands for this one since they were merged. */
  mergedIntoId?: string;
  /** Names this company was on record under before a merge. */
  formerNames: string[];
  projectCount: number;
  createdAt: string;
  actions: CompanyAction[];
}

/** `POST /api/companies` (idempotent, 201); `PATCH /api/companies/:id` with If-Match takes the same. */
export interface WriteCompany {
  name: string;
  creditCode?: string;
  areaCode: string;
  address?: string;
  legalRepresentative?: string;
  phone?: string;
}

/**
 * `GET /api/companies/lookup?q` (array): companies of the reader's own office with exactly this name or credit code, so
 * that a contractor can name its partners; nothing else is told about them.
 */
export interface CompanyName {
  id: string;
  name: string;
}

/** `POST /api/companies/:id/merge` with If-Match: this record is a duplicate of another, which takes its place. */
export interface MergeInto {
  intoId: string;
  reason: string;
}
