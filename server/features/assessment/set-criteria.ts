import type { Criterion } from '../../core/assessment/criteria.ts';
import type { WriteCriteria } from '../../core/contract/assessment.ts';
import { CRITERION_FIGURES } from '../../core/reports/assessment-figures.ts';
import { AppError } from '../../platform/app-error.ts';
import { appendEvent } from '../../platform/audit/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { wrongField } from '../../platform/wrong-field.ts';
import { getArea, requireReach } from '../areas/index.ts';
import type { AskAssessment } from './get-assessment.ts';
import { daysOfYear } from './get-assessment.ts';
import { idOf, writeCriteria } from './criteria.model.ts';

/** Sets by what an area is assessed from a year on: the local words, points and thresholds. @law ASM-4 */
export async function setCriteria(
  { areaCode, year, version, criteria }: AskAssessment & WriteCriteria & { version: number },
  ctx: Ctx,
): Promise<WriteCriteria & { version: number }> {
  requireReach(areaCode, ctx);
  await getArea(areaCode, ctx);
  daysOfYear(year, ctx.today);
  criteria.forEach(check);
  const record = { _id: idOf(areaCode, year), areaCode, year, criteria, version: version + 1 };
  await inTransaction(async () => {
    if (!(await writeCriteria(record))) throw new AppError('staleVersion');
    await appendEvent(
      {
        ...{ subject: `assessment:${idOf(areaCode, year)}`, areaCode, action: 'assessment.setCriteria' },
        facts: { year, rows: criteria.length, points: criteria.reduce((all, { points }) => all + points, 0) },
      },
      ctx,
    );
  });
  return { criteria, version: record.version };
}

/** What the shape cannot tell: ids once, figures that exist, and two different ends to measure by. */
function check({ id, figure, fullAt, zeroAt }: Criterion, at: number, all: readonly Criterion[]): void {
  const wrong = (name: keyof Criterion, zh: string, en: string): AppError =>
    wrongField(`criteria.${at}.${name}`, zh, en);
  if (all.findIndex((one) => one.id === id) !== at)
    throw wrong('id', '编号重复', 'This id stands there twice');
  if (figure === undefined) {
    if (fullAt !== undefined || zeroAt !== undefined)
      throw wrong('figure', '没有指标，不能设标准', 'There is nothing to measure');
    return;
  }
  if (!CRITERION_FIGURES.has(figure)) throw wrong('figure', '没有这个指标', 'There is no such figure');
  if (fullAt === undefined || zeroAt === undefined || fullAt === zeroAt)
    throw wrong('fullAt', '满分标准和零分标准都要填，且不能相同', 'Both ends are needed, and they differ');
}
