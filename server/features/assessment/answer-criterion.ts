import type { Criterion } from '../../core/assessment/criteria.ts';
import { TENTHS } from '../../core/assessment/criteria.ts';
import type { AssessmentAnswer, WriteAnswer } from '../../core/contract/assessment.ts';
import { AppError } from '../../platform/app-error.ts';
import { appendEvent } from '../../platform/audit/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { wrongField } from '../../platform/wrong-field.ts';
import { requireReach } from '../areas/index.ts';
import { holdFiles } from '../files/index.ts';
import { writeAnswer } from './answer.model.ts';
import { idOf } from './criteria.model.ts';
import type { AskAssessment } from './get-assessment.ts';
import { criteriaFor, daysOfYear, getAssessment, noAnswer } from './get-assessment.ts';

export type AnswerCriterion = AskAssessment & WriteAnswer & { criterionId: string; version: number };

/** What the office says to a line, with its files; points of its own only where no record gives any. */
export async function answerCriterion(
  { areaCode, year, criterionId, version, words, ownTenths, fileIds }: AnswerCriterion,
  ctx: Ctx,
): Promise<AssessmentAnswer> {
  requireReach(areaCode, ctx);
  daysOfYear(year, ctx.today);
  const criterion = (await criteriaFor({ areaCode, year }))?.criteria.find(({ id }) => id === criterionId);
  if (criterion === undefined) throw new AppError('notFound');
  if (ownTenths !== undefined) await checkOwn(ownTenths, criterion, { areaCode, year }, ctx);
  const _id = `${idOf(areaCode, year)}:${criterionId}`;
  const subject = `assessment:${idOf(areaCode, year)}` as const;
  const record = {
    ...{ _id, areaCode, year, criterionId, words, fileIds, version: version + 1 },
    ...(ownTenths === undefined ? {} : { ownTenths }),
  };
  const files = await inTransaction(async () => {
    if (!(await writeAnswer(record))) throw new AppError('staleVersion');
    const options = { purposes: ['evidence', 'document'] as const, from: [subject] };
    const held = await holdFiles(fileIds, subject, ctx, options);
    const own = ownTenths === undefined ? {} : { ownTenths };
    const facts = { year, criterionId, ...own, files: fileIds.length };
    await appendEvent({ subject, areaCode, action: 'assessment.answer', facts }, ctx);
    return held;
  });
  return {
    ...{ ...noAnswer(criterionId), words, files, version: record.version },
    ...(ownTenths === undefined ? {} : { ownTenths }),
  };
}

async function checkOwn(
  ownTenths: number,
  { id, points, figure }: Criterion,
  asked: AskAssessment,
  ctx: Ctx,
): Promise<void> {
  if (ownTenths > points * TENTHS)
    throw wrongField('ownTenths', `不能超过分值${points}分`, `${points} points at most`);
  if (figure === undefined) return;
  const { rows } = await getAssessment(asked, ctx);
  if (rows.find((row) => row.id === id)?.basis === 'records')
    throw wrongField('ownTenths', '这一项由记录计分，不能自评', 'The records give the points of this line');
}
