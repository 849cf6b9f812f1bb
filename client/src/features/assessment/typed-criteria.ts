import type { AssessmentGroup, Criterion } from '../../../../server/core/assessment/criteria.ts';
import type { FigureUnit } from '../../../../server/core/reports/figure.ts';
import { CRITERION_FIGURES } from '../../../../server/core/reports/assessment-figures.ts';
import { formatYuan, fen } from '../../../../server/core/kit/money.ts';
import { percentText, readParameterValue } from '../../format/parameter-value.ts';

/** A line of the sheet as it is typed: numbers in the unit that is read. */
export interface TypedCriterion {
  id: string;
  group: AssessmentGroup;
  words: string;
  points: string;
  figure: string;
  zeroAt: string;
  fullAt: string;
}
const KINDS = { percent: 'basisPoints', yuan: 'fen' } as const;
const kindOf = (unit: FigureUnit) => (unit === 'percent' || unit === 'yuan' ? KINDS[unit] : 'count');

function typedThreshold(value: number | undefined, unit: FigureUnit): string {
  if (value === undefined) return '';
  if (unit === 'percent') return percentText(value);
  return unit === 'yuan' ? formatYuan(fen(value), { grouping: false }) : String(value);
}

export function typedOf({ figure = '', zeroAt, fullAt, points, ...rest }: Criterion): TypedCriterion {
  const unit = CRITERION_FIGURES.get(figure)?.unit ?? 'pieces';
  return {
    ...{ ...rest, figure, points: String(points) },
    ...{ zeroAt: typedThreshold(zeroAt, unit), fullAt: typedThreshold(fullAt, unit) },
  };
}

/** A new line, under an id that no other has. */
export function freshCriterion(all: readonly TypedCriterion[]): TypedCriterion {
  let number = all.length + 1;
  while (all.some(({ id }) => id === `line${number}`)) number += 1;
  return {
    ...{ id: `line${number}`, group: 'organisation', words: '', points: '', figure: '' },
    ...{ zeroAt: '', fullAt: '' },
  };
}

/** What cannot be read is left out or sent as nothing: the server says which field it is. */
export function criterionOf({ id, group, words, points, figure, zeroAt, fullAt }: TypedCriterion): Criterion {
  const unit = CRITERION_FIGURES.get(figure)?.unit ?? 'pieces';
  const read = (text: string): number | undefined => {
    const value = readParameterValue(kindOf(unit), text);
    return typeof value === 'number' ? value : undefined;
  };
  const [zero, full] = [read(zeroAt), read(fullAt)];
  return {
    ...{ id, group, words: words.trim(), points: /^\d{1,4}$/.test(points.trim()) ? Number(points) : 0 },
    ...(figure === '' ? {} : { figure }),
    ...(figure === '' || zero === undefined ? {} : { zeroAt: zero }),
    ...(figure === '' || full === undefined ? {} : { fullAt: full }),
  };
}

/** '7.5' → 75; undefined for nothing, null for what cannot be read. */
export function tenthsOf(typed: string): number | undefined | null {
  const text = typed.trim();
  if (text === '') return undefined;
  const parts = /^(\d{1,4})(?:\.(\d))?$/.exec(text);
  return parts === null ? null : Number(parts[1]) * 10 + Number(parts[2] ?? 0);
}
