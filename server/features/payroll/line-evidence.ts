import type { LineEvidence } from '../../core/contract/pay-overview.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { employersSeen, positionOn } from '../projects/index.ts';
import { attendanceOf } from '../roster/index.ts';
import { answerView } from './my-pay-line-view.ts';
import { findLine } from './payroll-line.model.ts';
import type { PayrollLineRecord } from './payroll.record.ts';
import { payrollLineView } from './payroll-line-view.ts';
import { findSheet } from './payroll-sheet.model.ts';

/**
 * What a disagreement rests on, side by side: the line as it was filed, the punches of the month, the bank's row and
 * everything the worker said. For the office of the area, the general contractor and the line's own employer.
 */
export async function lineEvidence(id: string, ctx: Ctx): Promise<LineEvidence> {
  const line = await findLine(id);
  const sheet = line === null ? null : await findSheet(line.sheetId);
  if (line === null || sheet === null) throw new AppError('notFound');
  const seen = employersSeen(await positionOn(line.projectId, ctx));
  if (seen !== null && !seen.includes(line.employerId)) throw new AppError('notFound');
  const bank = bankRow(line);
  return {
    line: payrollLineView(line, ctx),
    projectId: line.projectId,
    projectName: sheet.projectName,
    teamName: sheet.teamName,
    payMonth: line.payMonth,
    attendance: await punches(line),
    ...(bank === undefined ? {} : { bank }),
    answers: line.answers.map(answerView),
  };
}

async function punches({ enrolmentId, payMonth }: PayrollLineRecord): Promise<LineEvidence['attendance']> {
  if (enrolmentId === undefined) return [];
  const known = (await attendanceOf([enrolmentId], payMonth)).get(enrolmentId);
  return (known?.marks ?? []).map(({ day, hundredths, source }) => ({ day, hundredths, source }));
}

function bankRow({ bank, netFen }: PayrollLineRecord): LineEvidence['bank'] {
  const { state, reference, amountFen, on, reason } = bank;
  if (reference === undefined) return undefined;
  return {
    reference,
    amountFen: amountFen ?? netFen,
    state,
    ...(on === undefined ? {} : { on }),
    ...(reason === undefined ? {} : { reason }),
  };
}
