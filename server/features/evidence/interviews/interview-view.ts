import type { InterviewView } from '../../../core/contract/evidence.ts';
import { AppError } from '../../../platform/app-error.ts';
import type { Ctx } from '../../../platform/context.ts';
import { casesInReach, getCaseRecord, knowsReporters } from '../../cases/index.ts';
import type { CaseRecord } from '../../cases/index.ts';
import { fileViews } from '../../files/index.ts';
import type { InterviewRecord } from './interview.model.ts';
import { findInterview, findInterviewsOfCase, personNameOf } from './interview.model.ts';

export interface ReachedInterview {
  interview: InterviewRecord;
  record: CaseRecord;
}

/** The interview and its case, when the reader may see both; that of a reporter is there for the case team alone. */
export async function getInterviewRecord(id: string, ctx: Ctx): Promise<ReachedInterview> {
  const interview = await findInterview(id, casesInReach(ctx));
  if (interview === null) throw new AppError('notFound');
  const record = await getCaseRecord(interview.caseId, ctx);
  if (interview.isReporter && !knowsReporters(record, ctx)) throw new AppError('notFound');
  return { interview, record };
}

export async function interviewView(
  interview: InterviewRecord,
  record: CaseRecord,
  { grants }: Pick<Ctx, 'grants'>,
): Promise<InterviewView> {
  const { caseId, version, state, inspectors, personRole, place, lines, isReporter, signatures } = interview;
  const { endedAt, unsignedReason, pdfFileId, evidenceId } = interview;
  const personName = personNameOf(interview);
  const [pdf] = pdfFileId === undefined ? [] : await fileViews([pdfFileId]);
  const isOpen = state === 'open' && record.state !== 'closed';
  const writes = isOpen && grants.some(({ role }) => role === 'inspector');
  return {
    id: String(interview._id),
    ...{ caseId, version, state, inspectors, personName, personRole, place, lines, isReporter },
    begunAt: interview.begunAt.toISOString(),
    ...(endedAt === undefined ? {} : { endedAt: endedAt.toISOString() }),
    signatures: signatures.map(({ who, name, at }) => ({
      who,
      name: name ?? personName,
      at: at.toISOString(),
    })),
    ...(unsignedReason === undefined ? {} : { unsignedReason }),
    ...(pdf === undefined ? {} : { pdf }),
    ...(evidenceId === undefined ? {} : { evidenceId }),
    actions: writes ? ['write', 'sign', 'finish'] : [],
  };
}

export async function getInterview(id: string, ctx: Ctx): Promise<InterviewView> {
  const { interview, record } = await getInterviewRecord(id, ctx);
  return interviewView(interview, record, ctx);
}

/** The interviews of a case, all on one page. */
export async function listInterviews(
  caseId: string,
  ctx: Ctx,
): Promise<{ items: InterviewView[]; nextCursor: null; total: number }> {
  const record = await getCaseRecord(caseId, ctx);
  const limits = knowsReporters(record, ctx) ? {} : { isReporter: false };
  const items: InterviewView[] = [];
  for (const one of await findInterviewsOfCase(caseId, limits))
    items.push(await interviewView(one, record, ctx));
  return { items, nextCursor: null, total: items.length };
}
