import type { InterviewView, WriteInterview } from '../../../core/contract/evidence.ts';
import { AppError } from '../../../platform/app-error.ts';
import type { Ctx } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/db.ts';
import { wrongField } from '../../../platform/wrong-field.ts';
import { findOfficeStaff, knowsReporters, notOpen, recordCaseEvent, tellScreens } from '../../cases/index.ts';
import type { CaseRecord } from '../../cases/index.ts';
import type { ByStaff } from '../evidence.model.ts';
import { demandOpen, getOpenCase } from '../evidence-reach.ts';
import type { InterviewRecord } from './interview.model.ts';
import { changeInterview, findInterviewsOfCase, insertInterview } from './interview.model.ts';
import { getInterviewRecord, interviewView } from './interview-view.ts';

const MOST_OF_A_CASE = 100;

/**
 * Begins the record of an interview: on site on a phone, or at the counter.
 * @law INS-16-1
 */
export async function beginInterview(
  caseId: string,
  input: WriteInterview,
  ctx: Ctx,
): Promise<InterviewView> {
  return inTransaction(async () => {
    const record = await getOpenCase(caseId, ctx);
    if ((await findInterviewsOfCase(caseId, {})).length >= MOST_OF_A_CASE) throw notOpen(record);
    const { personName, ...words } = await checked(input, record, ctx);
    const { areaCode, officeCode } = record;
    const interview = await insertInterview({
      ...{ caseId, areaCode, officeCode, state: 'open', signatures: [], createdAt: ctx.now, personName },
      ...words,
    });
    const facts = { interviewId: String(interview._id), lines: input.lines.length };
    await recordCaseEvent(record, 'interviewBegun', facts, ctx);
    tellScreens(record);
    return interviewView(interview, record, ctx);
  });
}

/** Writes it anew, from the version that was read; signatures under other words fall away. */
export async function writeInterview(
  id: string,
  version: number,
  input: WriteInterview,
  ctx: Ctx,
): Promise<InterviewView> {
  return inTransaction(async () => {
    const { interview, record } = await getInterviewRecord(id, ctx);
    demandWritable(interview, record, version, ctx);
    const { personName, ...words } = await checked(input, record, ctx);
    const changed = await changeInterview(interview, { ...words, signatures: [] }, personName);
    if (changed === null) throw new AppError('staleVersion');
    const dropped = interview.signatures.length;
    const facts = {
      interviewId: id,
      lines: input.lines.length,
      ...(dropped === 0 ? {} : { signaturesDropped: dropped }),
    };
    await recordCaseEvent(record, 'interviewWritten', facts, ctx);
    tellScreens(record);
    return interviewView(changed, record, ctx);
  });
}

/** A signed interview is never written again; a stale version is told first, because its words can still be kept. */
export function demandWritable(
  interview: InterviewRecord,
  record: CaseRecord,
  version: number,
  ctx: Pick<Ctx, 'actor'>,
): void {
  demandOpen(record, ctx);
  if (interview.state !== 'open') throw new AppError('conflict', { state: interview.state });
  if (interview.version !== version) throw new AppError('staleVersion');
}

type Words = Pick<
  InterviewRecord,
  'personRole' | 'place' | 'begunAt' | 'lines' | 'isReporter' | 'inspectors'
> & { personName: string };

async function checked(input: WriteInterview, record: CaseRecord, ctx: Ctx): Promise<Words> {
  const { personName, personRole, place, lines, isReporter } = input;
  const begunAt = new Date(input.begunAt);
  // A phone's clock may be a little ahead.
  if (begunAt.getTime() > ctx.now.getTime() + 600_000)
    throw wrongField('begunAt', '开始时间不能晚于现在', 'Not later than now');
  if (isReporter && !knowsReporters(record, ctx))
    throw wrongField(
      'isReporter',
      '举报人只能由本案承办监察员询问',
      'Only the inspectors of the case question a reporter',
    );
  const inspectors = await inspectorsOf(input.inspectorIds, record, ctx);
  return { personName, personRole, place, lines, isReporter, begunAt, inspectors };
}

/** @law INS-16-1 */
async function inspectorsOf(ids: readonly string[], record: CaseRecord, ctx: Ctx): Promise<ByStaff[]> {
  if (new Set(ids).size < 2)
    throw wrongField('inspectorIds', '询问须由两名以上监察员共同进行', 'At least two inspectors take part');
  const staff = await findOfficeStaff(record.officeCode, 'inspector', ctx);
  return ids.map((id, at) => {
    const found = staff.find((one) => one.id === id);
    if (found === undefined)
      throw wrongField(
        `inspectorIds.${at}`,
        '不是本机构在职的监察员',
        'Not an active inspector of this office',
      );
    return { id: found.id, name: found.name };
  });
}
