import type { PayMonth, PlainDate } from '../kit/plain-date.ts';

/**
 * 真实发薪率: each month a random, seeded sample of the workers of an area is asked one question. The seed is published
 * with the result: whoever has the list of workers draws the same people again.
 * `GET /api/truth-samples?areaCode` (page, newest month first); `GET /api/truth-samples/:id`.
 */
export interface TruthSampleView {
  id: string;
  areaCode: string;
  areaName: string;
  month: PayMonth;
  drawnOn: PlainDate;
  seed: string;
  population: number;
  size: number;
  asked: number;
  answered: number;
  paidInFull: number;
  paidPart: number;
  notPaid: number;
  notMe: number;
  /** Of those who answered, in basis points, with the half width of the 95 % interval (Wilson). */
  paidBasisPoints?: number;
  lowBasisPoints?: number;
  highBasisPoints?: number;
  /** What the payrolls of the same month report, in basis points of people: credited in full ÷ on the sheets. */
  reportedBasisPoints?: number;
  closesOn: PlainDate;
}
/** `GET /api/my/truth-question` (or null); `POST /api/my/truth-question/:id` {answer} (idempotent). */
export interface TruthQuestion {
  id: string;
  month: PayMonth;
  projectName: string;
  answer?: TruthAnswer;
}
export const TRUTH_ANSWERS = ['full', 'part', 'none', 'notMe'] as const;
export type TruthAnswer = (typeof TRUTH_ANSWERS)[number];
