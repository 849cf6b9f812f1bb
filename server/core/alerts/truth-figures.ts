import type { TruthAnswer } from '../contract/truth-sample.ts';
import { wilsonInterval } from './wilson.ts';

/**
 * With fewer answers of an area no more is shown than how many were asked and how many answered: whoever knows that a
 * colleague was asked could else read off what he said. Ten is what official statistics commonly ask of a published cell;
 * it protects the people who answer and is therefore nothing an area may lower.
 */
export const LEAST_ANSWERS_SHOWN = 10;

/** How many gave each answer. */
export type TruthCounts = Readonly<Record<TruthAnswer, number>>;

/** What may be shown of an area's answers. */
export interface TruthFigures {
  paidInFull: number;
  paidPart: number;
  notPaid: number;
  notMe: number;
  paidBasisPoints: number;
  lowBasisPoints: number;
  highBasisPoints: number;
}

export const answersIn = ({ full, part, none, notMe }: TruthCounts): number => full + part + none + notMe;

/**
 * What may be shown of the answers? Nothing below the least number; above it the counts and the share of those paid in
 * full among all who answered, with its interval. "That is not me" counts as not paid: that wage reached nobody.
 * @example 9 × full: null; 10 × full: 10,000 basis points, from 7,224 on
 */
export function truthFigures(counts: TruthCounts): TruthFigures | null {
  const answered = answersIn(counts);
  const interval = answered < LEAST_ANSWERS_SHOWN ? null : wilsonInterval(counts.full, answered);
  if (interval === null) return null;
  const { shareBasisPoints, lowBasisPoints, highBasisPoints } = interval;
  return {
    ...{ paidInFull: counts.full, paidPart: counts.part, notPaid: counts.none, notMe: counts.notMe },
    ...{ paidBasisPoints: shareBasisPoints, lowBasisPoints, highBasisPoints },
  };
}

/** Months of a standstill that are made up for; who was to be asked about an earlier one is asked no more. */
export const MOST_MADE_UP_MONTHS = 12;

/** What is drawn by while an area has set nothing: suggestions, always shown as such. */
export const TRUTH_SAMPLE_SUGGESTED = {
  truthSampleDay: 20,
  truthSampleShare: 500,
  truthSampleLeast: 20,
  truthSampleMost: 400,
  truthSampleOpenDays: 14,
} as const;
