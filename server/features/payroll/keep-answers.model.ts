import type { PayAnswer } from '../../core/contract/payroll.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import { toShanghaiDay } from '../../core/kit/plain-date.ts';
import { touchProject } from '../../platform/touched-projects.ts';
import { asLines, PayrollLines } from './payroll-line.model.ts';
import type { PayrollSheetRecord } from './payroll.record.ts';
import { PayrollSheets } from './payroll-sheet.model.ts';

type Sheet = Pick<PayrollSheetRecord, '_id' | 'projectId'>;

/**
 * One worker answered, or changed his answer; his line is written already. No version: whoever reviews the sheet at this
 * moment has not seen another one because somebody answered.
 */
export async function countAnswer(
  sheet: Sheet,
  was: PayAnswer | undefined,
  is: PayAnswer,
  on: PlainDate,
): Promise<void> {
  const before = was ?? 'unanswered';
  const retracts = was !== undefined && was !== 'right' && is === 'right';
  const denied = retracts ? await lastDenial(String(sheet._id)) : undefined;
  await PayrollSheets.updateOne(
    { _id: sheet._id },
    {
      ...(before === is ? {} : { $inc: { [`answers.${before}`]: -1, [`answers.${is}`]: 1 } }),
      $max: { answeredOn: on, ...(is === 'right' ? {} : { deniedOn: on }) },
      ...(denied === undefined ? {} : { $set: { deniedOn: denied } }),
      ...(retracts && denied === undefined ? { $unset: { deniedOn: 1 } } : {}),
    },
  );
  await touchProject(sheet.projectId);
}

/** Of the answers that still contradict the sheet the newest (index sheetId+row). */
async function lastDenial(sheetId: string): Promise<PlainDate | undefined> {
  const denied = { sheetId, 'answer.kind': { $in: ['less' as const, 'nothing' as const, 'notMe' as const] } };
  const lines = asLines(await PayrollLines.find(denied, { 'answer.at': 1 }).lean());
  const days = lines.flatMap(({ answer }) =>
    answer === undefined ? [] : [toShanghaiDay(answer.at.getTime())],
  );
  return days.sort().at(-1);
}

/** More people of the sheet were asked for their bank card. */
export async function countCardsAsked(sheet: Sheet, asked: number): Promise<void> {
  await PayrollSheets.updateOne({ _id: sheet._id }, { $inc: { 'cardQuestions.asked': asked } });
  await touchProject(sheet.projectId);
}

/** Somebody who was asked has answered, perhaps otherwise than before. */
export async function countCardAnswer(sheet: Sheet, was: boolean | undefined, is: boolean): Promise<void> {
  if (was === is) return;
  const place = (inHand: boolean): string => `cardQuestions.${inHand ? 'yes' : 'no'}`;
  const inc = { [place(is)]: 1, ...(was === undefined ? {} : { [place(was)]: -1 }) };
  await PayrollSheets.updateOne({ _id: sheet._id }, { $inc: inc });
  await touchProject(sheet.projectId);
}
