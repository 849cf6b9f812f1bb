import type { ArrearsState } from '../../core/contract/arrears.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import { casesPaidBy } from '../cases/index.ts';
import { ArrearsLines } from './line.model.ts';
import { shownSheetsOf } from './sheet.model.ts';

/** A sheet that was shown to a company, as a line among what else was served on it. */
export interface SheetShown {
  id: string;
  caseId: string;
  state: ArrearsState;
  shownOn?: PlainDate;
  answerBy?: PlainDate;
  canAnswer: boolean;
  /** Lines on which the company has not said a word. */
  unanswered: number;
}

/** The newest sheet of each case that was shown to these companies as respondent or payer; of one case, or of all. */
export async function sheetsShownTo(companyIds: readonly string[], caseId?: string): Promise<SheetShown[]> {
  const cases = (await casesPaidBy(companyIds)).map(({ _id }) => String(_id));
  const asked = cases.filter((id) => caseId === undefined || id === caseId);
  const seen = new Set<string>();
  const shown: SheetShown[] = [];
  for (const sheet of await shownSheetsOf(asked)) {
    if (seen.has(sheet.caseId)) continue;
    seen.add(sheet.caseId);
    const { _id, state, shownOn, answerBy } = sheet;
    const canAnswer = state === 'shown';
    const silent = { sheetId: String(_id), identityHidden: false, employer: { $exists: false } };
    shown.push({
      ...{ id: String(_id), caseId: sheet.caseId, state, canAnswer },
      ...(shownOn === undefined ? {} : { shownOn }),
      ...(answerBy === undefined ? {} : { answerBy }),
      unanswered: canAnswer ? await ArrearsLines.countDocuments(silent) : 0,
    });
  }
  return shown;
}
