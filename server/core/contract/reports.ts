import type { Fen } from '../kit/money.ts';
import type { PayMonth, PlainDate } from '../kit/plain-date.ts';
import type { ClosureCode } from './cases.ts';
import type { LeadChannel } from './complaints.ts';

/** `GET /api/reports/period?from&to&areaCode` and `/export?format=xlsx`: leader, bureauHead, inspector, clerk of the area. */
export interface PeriodReport {
  from: PlainDate;
  to: PlainDate;
  areaCode: string;
  areaName: string;
  /** When it was computed, and up to which day from kept counts. */
  computedAt: string;
  inspections: number;
  complaintsReceived: number;
  byChannel: Partial<Record<LeadChannel, number>>;
  complaintsAccepted: number;
  complaintsRefused: number;
  complaintsTransferred: number;
  complaintsWithdrawn: number;
  casesFiled: number;
  casesClosed: number;
  byClosure: Partial<Record<ClosureCode, number>>;
  /** Cases closed to complaints received in the period, in basis points; null when nothing was received. */
  closingRate: number | null;
  /** Distinct workers in the cases closed in the period. */
  workers: number;
  /** Owed in the cases closed in the period. */
  owedFen: Fen;
  /** Seen in the cases closed in the period: bank credits and workers' own words. */
  amountFen: Fen;
  outreach: { leaflets: number; vehicles: number; people: number; slogans: number; consultations: number };
  byMonth: { month: PayMonth; received: number; closed: number; amountFen: Fen }[];
}
