import type { Words } from '../alerts/rule.ts';
import type { CreditFact, CreditRecord } from '../certificates/credit-facts.ts';
import type { PlainDate } from '../kit/plain-date.ts';
import type { FieldValue } from '../lives/field.ts';
import type { FileView } from './files.ts';
import type { LifeActionView, LifeView } from './lives.ts';
import type { PageQuery } from './page.ts';

export const CERTIFICATE_STATES = [
  'requested',
  'checked',
  'issued',
  'refused',
  'withdrawn',
  'revoked',
  'expired',
] as const;
export type CertificateState = (typeof CERTIFICATE_STATES)[number];

/** `POST /api/certificates` (contractor for its own company, clerk at the counter for any of the area; idempotent, 201). */
export interface RequestCertificate {
  companyId: string;
  given: Record<string, FieldValue>;
}

/** `GET /api/certificates/form`: what is asked with a request, and the companies a contractor may ask for. */
export interface CertificateForm {
  open: LifeActionView;
  companies: { id: string; name: string }[];
}

/** `GET /api/certificates?q&state&areaCode&companyId` (sorts openedOn, issuedOn), `/export`. A company sees its own. */
export interface ListCertificates extends PageQuery {
  q?: string;
  state?: CertificateState;
  areaCode?: string;
  companyId?: string;
}
export interface CertificateRow {
  id: string;
  version: number;
  state: CertificateState;
  stateName: Words;
  areaCode: string;
  companyId: string;
  companyName: string;
  creditCode?: string;
  purpose: string;
  openedOn: PlainDate;
  certificateNumber?: string;
  issuedOn?: PlainDate;
  validUntil?: PlainDate;
}

/** `GET /api/certificates/:id`, `/:id/pdf` once issued; moves `POST /api/certificates/:id/moves/:action` (If-Match, MoveLife). */
export type CertificateView = LifeView &
  Omit<CertificateRow, 'state'> & {
    hasPdf: boolean;
    /** What was attached to the steps this reader sees. */
    files: FileView[];
    checkUrl?: string;
    /** The record it rests on; a company reads it once the paper is issued. */
    credit?: CreditRecord;
    /** What has come up since the record was frozen: for the office, while it decides and while the paper is valid. */
    since?: CreditFact[];
  };

/** `GET /api/public/certificates/:checkCode` (public): five things, and nothing else. */
export interface CertificateCheck {
  state: 'valid' | 'expired' | 'revoked';
  companyName: string;
  creditCode: string;
  issuedOn: PlainDate;
  certificateNumber: string;
}
