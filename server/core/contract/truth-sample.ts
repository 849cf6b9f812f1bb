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
  /** From the signed root of the last day of the month, which nobody can choose; by chance where that day has none. */
  seedFrom: 'dailyRoot' | 'random';
  population: number;
  size: number;
  asked: number;
  answered: number;
  /** Absent, like the rates, while fewer have answered than may be shown (`LEAST_ANSWERS_SHOWN`). */
  paidInFull?: number;
  paidPart?: number;
  notPaid?: number;
  notMe?: number;
  /** Of those who answered, in basis points, with the half width of the 95 % interval (Wilson). */
  paidBasisPoints?: number;
  lowBasisPoints?: number;
  highBasisPoints?: number;
  /** What the payrolls of the same month report, in basis points of people: credited in full ÷ on the sheets. */
  reportedBasisPoints?: number;
  /** The day on which the payrolls were last looked at for it. */
  reportedOn?: PlainDate;
  closesOn: PlainDate;
  /** By which numbers it was drawn, each the area's own or our suggestion. */
  numbers: { parameter: TruthSampleParameter; value: number; isSuggested: boolean }[];
}
export const TRUTH_SAMPLE_PARAMETERS = [
  'truthSampleDay',
  'truthSampleShare',
  'truthSampleLeast',
  'truthSampleMost',
  'truthSampleOpenDays',
] as const;
export type TruthSampleParameter = (typeof TRUTH_SAMPLE_PARAMETERS)[number];
/** `GET /api/my/truth-question` (or null); `POST /api/my/truth-question/:id` {answer} (idempotent). */
export interface TruthQuestion {
  id: string;
  month: PayMonth;
  projectName: string;
  answer?: TruthAnswer;
}
export const TRUTH_ANSWERS = ['full', 'part', 'none', 'notMe'] as const;
export type TruthAnswer = (typeof TRUTH_ANSWERS)[number];
