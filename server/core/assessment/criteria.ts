import type { Words } from '../alerts/rule.ts';

/** What is assessed. @law ASM-2 */
export const ASSESSMENT_GROUPS = ['organisation', 'systems', 'results', 'satisfaction'] as const;
export type AssessmentGroup = (typeof ASSESSMENT_GROUPS)[number];
export const GROUP_WORDS: Readonly<Record<AssessmentGroup, Words>> = {
  organisation: { zh: '组织领导', en: 'Organisation and leadership' },
  systems: { zh: '工资支付保障制度', en: 'Systems that secure wages' },
  results: { zh: '治理欠薪成效', en: 'Results' },
  satisfaction: { zh: '群众满意度', en: 'Satisfaction' },
};

/** One line of the local sheet: the words are its own, and so are points and thresholds. */
export interface Criterion {
  id: string;
  group: AssessmentGroup;
  words: string;
  /** Whole points at most. */
  points: number;
  /** The figure it is computed from; without one the office answers for itself. */
  figure?: string;
  /** The value that earns all points, and the one that earns none; between them by straight proportion. */
  fullAt?: number;
  zeroAt?: number;
}

/**
 * Tenths of a point for a value, rounded down; null where there is no value or nothing to measure it by.
 * @example scoreOf({ points: 10, zeroAt: 8000, fullAt: 10000 }, 9500) // 75: seven and a half points
 * @example scoreOf({ points: 10, zeroAt: 2, fullAt: 0 }, 1) // 50: fewer is better
 */
export function scoreOf(
  { points, fullAt, zeroAt }: Pick<Criterion, 'points' | 'fullAt' | 'zeroAt'>,
  value: number | null,
): number | null {
  if (value === null || fullAt === undefined || zeroAt === undefined || fullAt === zeroAt) return null;
  const share = Math.min(1, Math.max(0, (value - zeroAt) / (fullAt - zeroAt)));
  return Math.floor(points * TENTHS * share);
}
export const TENTHS = 10;

export const GRADES = ['A', 'B', 'C'] as const;
export type Grade = (typeof GRADES)[number];

/** By what the area grades: parameters, never numbers of ours. @law ASM-5 */
export interface GradeRule {
  /** Whole points from which on it is A. */
  aFrom: number;
  /** Whole points below which it is C. */
  cBelow: number;
  /** So many incidents of at least so many people make it C whatever the points. */
  cIncidents?: { atLeast: number; count: number };
}

/**
 * The grade the area's own thresholds give. An incident trigger holds only where incidents of that size are counted.
 * @example gradeOf(905, { aFrom: 90, cBelow: 70 }, []) // A
 */
export function gradeOf(
  scoreTenths: number,
  { aFrom, cBelow, cIncidents }: GradeRule,
  sizes: readonly { atLeast: number; count: number }[],
): { grade: Grade; byIncidents: boolean } {
  const met =
    cIncidents !== undefined &&
    sizes.some(({ atLeast, count }) => atLeast === cIncidents.atLeast && count >= cIncidents.count);
  if (met) return { grade: 'C', byIncidents: true };
  const grade = scoreTenths >= aFrom * TENTHS ? 'A' : scoreTenths < cBelow * TENTHS ? 'C' : 'B';
  return { grade, byIncidents: false };
}
