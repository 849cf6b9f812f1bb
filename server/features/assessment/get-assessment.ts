import type { Criterion, GradeRule } from '../../core/assessment/criteria.ts';
import { gradeOf, scoreOf } from '../../core/assessment/criteria.ts';
import type { AssessmentAnswer, AssessmentRow, AssessmentSheet } from '../../core/contract/assessment.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import { dayFromParts, partsOf } from '../../core/kit/plain-date.ts';
import type { AssessmentReadings } from '../../core/reports/assessment-figures.ts';
import { CRITERION_FIGURES } from '../../core/reports/assessment-figures.ts';
import type { FigurePlace } from '../../core/reports/figure.ts';
import type { Ctx } from '../../platform/context.ts';
import { areaChain, getArea, requireReach } from '../areas/index.ts';
import { fileViews } from '../files/index.ts';
import { findParameter } from '../parameters/index.ts';
import { yearWrong } from './assessment-errors.ts';
import { findAnswers } from './answer.model.ts';
import type { CriteriaRecord } from './criteria.model.ts';
import { findCriteria } from './criteria.model.ts';
import { readYear } from './read-year.ts';

export interface AskAssessment {
  areaCode: string;
  year: number;
}

/** The days of a year as far as they have come. */
export function daysOfYear(
  year: number,
  today: PlainDate,
): Pick<FigurePlace, 'from' | 'to'> & {
  from: PlainDate;
  to: PlainDate;
} {
  if (year > partsOf(today).year) throw yearWrong();
  const last = dayFromParts(year, 12, 31);
  return { from: dayFromParts(year, 1, 1), to: last < today ? last : today };
}

/** The yearly sheet of an area: each line with its figure, its points and what the office says. @law ASM-1 @law ASM-2 */
export async function getAssessment({ areaCode, year }: AskAssessment, ctx: Ctx): Promise<AssessmentSheet> {
  requireReach(areaCode, ctx);
  const days = daysOfYear(year, ctx.today);
  const area = await getArea(areaCode, ctx);
  const found = await criteriaFor({ areaCode, year });
  const readings = await readYear({ areaCode, ...days }, ctx);
  const answers = await answersOf(areaCode, year);
  const rows = (found?.criteria ?? []).map((criterion) =>
    rowOf(criterion, { readings, place: { areaCode, ...days }, answer: answers.get(criterion.id) }),
  );
  const sums = {
    points: rows.reduce((all, row) => all + row.points, 0),
    scoreTenths: rows.reduce((all, row) => all + (row.scoreTenths ?? 0), 0),
    unanswered: rows.filter(({ scoreTenths }) => scoreTenths === null).length,
  };
  const rule = await gradeRule(areaCode, days.to);
  const isWhole = rows.length > 0 && sums.unanswered === 0;
  const { reported, extreme, sizes } = readings.incidents;
  return {
    ...{ areaCode, areaName: area.name, year, ...days, computedAt: ctx.now.toISOString() },
    ...(found === undefined ? {} : { criteriaOf: await ownerOf(found, ctx) }),
    criteriaVersion: found?.areaCode === areaCode && found.year === year ? found.version : 0,
    ...{ rows, ...sums },
    ...(rule !== undefined && isWhole ? { grade: gradeOf(sums.scoreTenths, rule, sizes ?? []) } : {}),
    gradesSet: rule !== undefined,
    incidents: { reported, extreme, ...(sizes === undefined ? {} : { sizes: [...sizes] }) },
    mayEdit: ctx.grants.some((one) => one.role === 'leader' && areaCode.startsWith(one.areaCode)),
  };
}

/** Of the nearest area that has any, those of the newest year up to this one. */
export async function criteriaFor({ areaCode, year }: AskAssessment): Promise<CriteriaRecord | undefined> {
  const all = await findCriteria(areaChain(areaCode), year);
  return [...all].sort((a, b) => b.areaCode.length - a.areaCode.length || b.year - a.year)[0];
}

export const hasCriteria = async (asked: AskAssessment): Promise<boolean> =>
  (await criteriaFor(asked)) !== undefined;

const ownerOf = async ({ areaCode, year }: CriteriaRecord, ctx: Ctx) => ({
  ...{ areaCode, year, areaName: (await getArea(areaCode, ctx)).name },
});

export const noAnswer = (criterionId: string): AssessmentAnswer => ({
  ...{ criterionId, words: '', files: [], version: 0 },
});

async function answersOf(areaCode: string, year: number): Promise<Map<string, AssessmentAnswer>> {
  const answers = new Map<string, AssessmentAnswer>();
  for (const { criterionId, words, ownTenths, fileIds, version } of await findAnswers(areaCode, year))
    answers.set(criterionId, {
      ...{ criterionId, words, version, files: await fileViews(fileIds) },
      ...(ownTenths === undefined ? {} : { ownTenths }),
    });
  return answers;
}

function rowOf(
  criterion: Criterion,
  {
    readings,
    place,
    answer = noAnswer(criterion.id),
  }: { readings: AssessmentReadings; place: FigurePlace; answer: AssessmentAnswer | undefined },
): AssessmentRow {
  const figure = CRITERION_FIGURES.get(criterion.figure ?? '');
  const value = figure?.value(readings) ?? null;
  const list = figure?.list?.(place, readings);
  const computed = scoreOf(criterion, value);
  const own = answer.ownTenths ?? null;
  return {
    ...criterion,
    ...(figure === undefined
      ? {}
      : {
          reading: {
            ...{ words: figure.words, define: figure.define, unit: figure.unit, value },
            ...(list === undefined ? {} : { list }),
          },
        }),
    scoreTenths: computed ?? own,
    basis: computed !== null ? 'records' : own !== null ? 'own' : 'none',
    answer,
  };
}

/** The area's thresholds as the parameter's shape has checked them. */
async function gradeRule(areaCode: string, day: PlainDate): Promise<GradeRule | undefined> {
  const found = await findParameter('assessmentGrades', areaCode, day);
  const value: unknown = found?.value;
  return value === undefined ? undefined : (value as GradeRule); // checked by its shape when it was set
}
