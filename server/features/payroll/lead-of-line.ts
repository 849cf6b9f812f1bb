import type { AnswerPayLine } from '../../core/contract/my-pay.ts';
import { fen, subtractFen, ZERO_FEN } from '../../core/kit/money.ts';
import type { Fen } from '../../core/kit/money.ts';
import { waitsForPayDay } from '../../core/pay/answer-window.ts';
import type { Ctx } from '../../platform/context.ts';
import type { LeadOpened } from '../complaints/index.ts';
import { openLead } from '../complaints/index.ts';
import { openEnrolments } from '../roster/index.ts';
import { leadStory } from './answer-words.ts';
import { lineSecrets } from './payroll-line.model.ts';
import type { PayrollLineRecord, PayrollSheetRecord } from './payroll.record.ts';

/** Does this word on a line that has no lead yet open one on this day? */
export function opensLead(
  line: Pick<PayrollLineRecord, 'bank' | 'complaintId'>,
  { payOn }: Pick<PayrollSheetRecord, 'payOn'>,
  { kind }: Pick<AnswerPayLine, 'kind'>,
  { today }: Pick<Ctx, 'today'>,
): boolean {
  if (line.complaintId !== undefined || kind === 'right') return false;
  const isCredited = line.bank.state === 'credited';
  return !waitsForPayDay({ kind, isCredited, ...(payOn === undefined ? {} : { payOn }) }, today);
}

/** The lead of a line whose worker disagrees; `submission` keeps its number when the transaction runs again. */
export async function openLeadOf(
  line: PayrollLineRecord,
  sheet: PayrollSheetRecord,
  answer: AnswerPayLine,
  submission: object,
  ctx: Ctx,
): Promise<LeadOpened> {
  const { areaCode, projectId, employerId, payMonth } = line;
  const lead = {
    ...{ payLineId: String(line._id), areaCode, projectId, employerId, payMonth },
    complainant: await complainantOf(line),
    owedFen: owedFen(line.netFen, answer),
    story: leadStory(line, sheet, answer),
  };
  return openLead(lead, submission, ctx);
}

/** What he lacks by his own word; somebody who never worked there is owed nothing. */
function owedFen(netFen: Fen, { kind, amountFen }: AnswerPayLine): Fen {
  if (kind === 'notMe') return ZERO_FEN;
  return subtractFen(netFen, kind === 'less' ? fen(amountFen ?? 0) : ZERO_FEN);
}

/** By the roster as it is today, so that the office reaches him; else as he was filed. */
async function complainantOf(
  line: PayrollLineRecord,
): Promise<{ name: string; phone?: string; citizenId?: string }> {
  const [person] = line.enrolmentId === undefined ? [] : await openEnrolments([line.enrolmentId]);
  const filed = lineSecrets.openFields(line);
  const phone = person?.phone ?? filed.phone;
  const citizenId = filed.citizenId ?? person?.citizenId;
  return {
    name: line.workerName,
    ...(phone === undefined ? {} : { phone }),
    ...(citizenId === undefined ? {} : { citizenId }),
  };
}
