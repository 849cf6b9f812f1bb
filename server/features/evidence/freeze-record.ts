import type { FrozenRecord } from '../../core/contract/evidence.ts';
import { AppError } from '../../platform/app-error.ts';
import { canonicalJson } from '../../platform/audit/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { wrongField } from '../../platform/wrong-field.ts';
import { getTransaction } from '../funds/index.ts';
import { lineEvidence } from '../payroll/index.ts';
import { employersSeen, positionOn } from '../projects/index.ts';
import { attendanceOf, findEnrolments } from '../roster/index.ts';

const FORMAT = 'anxin-record-1';
/** A month of punches with every answer of a worker is some ten thousand characters. */
const MOST = 256 * 1024;

/**
 * The record as this reader sees it at this moment, as one canonical text: whatever happens to the record afterwards,
 * the text and its fingerprints stay. Numbers of people are masked as on screen.
 */
export async function freezeRecord(record: FrozenRecord, ctx: Ctx): Promise<string> {
  const content = await READ[record.kind](record, ctx).catch((error: unknown) => {
    if (!(error instanceof AppError) || error.code !== 'notFound') throw error;
    throw wrongField(
      'record.id',
      '没有这条记录，或无权查看',
      'There is no such record, or it is not yours to see',
    );
  });
  // Through JSON first: what a view leaves undefined is not part of it.
  const plain: unknown = JSON.parse(JSON.stringify(content));
  const text = canonicalJson({
    format: FORMAT,
    kind: record.kind,
    takenAt: ctx.now.toISOString(),
    record: plain,
  });
  if (text.length > MOST) throw wrongField('record.id', '记录过长', 'The record is too long');
  return text;
}

const READ: Readonly<Record<FrozenRecord['kind'], (record: FrozenRecord, ctx: Ctx) => Promise<unknown>>> = {
  payrollLine: ({ id }, ctx) => lineEvidence(id, ctx),
  bankRow: ({ id }, ctx) => getTransaction(id, ctx),
  attendance: punches,
};

async function punches({ id, month }: FrozenRecord, ctx: Ctx): Promise<unknown> {
  const [person] = await findEnrolments([id]);
  if (person === undefined || month === undefined) throw new AppError('notFound');
  const seen = employersSeen(await positionOn(person.projectId, ctx));
  if (seen !== null && !seen.includes(person.employerId)) throw new AppError('notFound');
  const attended = (await attendanceOf([id], month)).get(id);
  const { projectId, teamId, employerId, workerId, name, workType } = person;
  return {
    ...{ enrolmentId: id, projectId, teamId, employerId, workerId, name, workType, month },
    ...{ marks: attended?.marks ?? [], daysHundredths: attended?.daysHundredths ?? 0 },
    hoursHundredths: attended?.hoursHundredths ?? 0,
  };
}
