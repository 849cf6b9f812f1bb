import type { FinishInterview, InterviewView } from '../../../core/contract/evidence.ts';
import { AppError } from '../../../platform/app-error.ts';
import type { Ctx } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/db.ts';
import { makePdf } from '../../../platform/pdf/index.ts';
import { wrongField } from '../../../platform/wrong-field.ts';
import { recordCaseEvent } from '../../cases/index.ts';
import { officeName } from '../../complaints/index.ts';
import { storeBytes } from '../../files/index.ts';
import { enterEvidence } from '../enter-evidence.ts';
import { fingerprintsOfBytes } from '../fingerprints.ts';
import type { InterviewRecord } from './interview.model.ts';
import { changeInterview, personNameOf } from './interview.model.ts';
import { interviewPaper } from './interview-paper.ts';
import { getInterviewRecord, interviewView } from './interview-view.ts';
import { demandWritable } from './write-interview.ts';

/**
 * Freezes a signed interview as a paper, which becomes a piece of evidence; from then on it is only read. Where the
 * person did not sign, the inspectors write down why.
 */
export async function finishInterview(
  id: string,
  version: number,
  { endedAt: ended, unsignedReason }: FinishInterview,
  ctx: Ctx,
): Promise<InterviewView> {
  const { interview, record } = await getInterviewRecord(id, ctx);
  demandWritable(interview, record, version, ctx);
  const endedAt = new Date(ended);
  if (endedAt < interview.begunAt || endedAt.getTime() > ctx.now.getTime() + 600_000)
    throw wrongField(
      'endedAt',
      '结束时间应在开始之后、现在之前',
      'After the beginning, and not later than now',
    );
  const why = demandSigned(interview, unsignedReason);
  const personName = personNameOf(interview);
  const bytes = await makePdf(
    interviewPaper({
      ...{ interview, record, personName, endedAt, officeName: await officeName(record.officeCode, ctx) },
      ...(why === undefined ? {} : { unsignedReason: why }),
    }),
  );
  const file = await storeBytes(
    bytes,
    { name: `询问笔录-${record.caseNumber}-${id.slice(-6)}.pdf`, purpose: 'document' },
    ctx,
  );
  const prints = await fingerprintsOfBytes(bytes);
  return inTransaction(async () => {
    const piece = await enterEvidence(
      record,
      {
        ...{
          kind: 'interview',
          side: 'office',
          obtainedOn: ctx.today,
          place: interview.place,
          fileId: file.id,
        },
        ...{ interviewId: id, isHidden: interview.isReporter, ...prints },
        title: interview.isReporter
          ? '询问笔录（身份保密）'
          : `询问笔录：${personName}（${interview.personRole}）`,
      },
      ctx,
      { hold: { purposes: ['document'], ...(interview.isReporter ? { unnamed: true } : {}) } },
    );
    const changed = await changeInterview(interview, {
      ...{ state: 'signed', endedAt, pdfFileId: file.id, evidenceId: String(piece._id) },
      ...(why === undefined ? {} : { unsignedReason: why }),
    });
    if (changed === null) throw new AppError('staleVersion');
    const facts = {
      interviewId: id,
      number: piece.number,
      sha256: piece.sha256,
      signatures: interview.signatures.length,
    };
    await recordCaseEvent(record, 'interviewFinished', facts, ctx);
    return interviewView(changed, record, ctx);
  });
}

/** Two inspectors have signed, and the person has or it is said why not; the reason is kept only where it is needed. */
function demandSigned(interview: InterviewRecord, unsignedReason: string | undefined): string | undefined {
  const inspectors = interview.signatures.filter(({ who }) => who === 'inspector');
  if (inspectors.length < 2) throw wrongField('signatures', '须有两名监察员签名', 'Two inspectors sign');
  if (interview.signatures.some(({ who }) => who === 'person')) return undefined;
  if (unsignedReason === undefined)
    throw wrongField('unsignedReason', '被询问人没有签名，请注明原因', 'The person did not sign: say why');
  return unsignedReason;
}
