import type { PayrollView } from '../../core/contract/payroll.ts';
import type { HistoryEntry } from '../../core/contract/deadlines.ts';
import { isCitable, printCitation } from '../../core/law/articles.ts';
import type { Ctx } from '../../platform/context.ts';
import { isOfficeOf } from '../../platform/office-reach.ts';
import { payrollActions } from './payroll-roles.ts';
import type { PayrollHistory, PayrollSheetRecord } from './payroll.record.ts';

const OPTIONAL = ['payOn', 'payOnProvisional', 'returned', 'supersededById', 'supersedesId'] as const;

/** A sheet as this reader may see it, with what he may do with it now. */
export async function payrollView(
  sheet: PayrollSheetRecord,
  ctx: Ctx,
  /** What he may do, where a list has found it out for many sheets at once. */
  known?: PayrollView['actions'],
): Promise<PayrollView> {
  const given = OPTIONAL.flatMap((key) => (sheet[key] === undefined ? [] : [[key, sheet[key]]]));
  const { version, projectId, projectName, employerId, employerName, teamId, teamName } = sheet;
  const { payMonth, revision, state, people, grossFen, deductionsFen, netFen } = sheet;
  const { creditedFen, credited, bounced, answers, cardQuestions, notices } = sheet;
  return {
    id: String(sheet._id),
    ...{ version, projectId, projectName, employerId, employerName, teamId, teamName },
    ...{ payMonth, revision, state, people, grossFen, deductionsFen, netFen },
    ...{ creditedFen, credited, bounced, answers, notices },
    ...(cardQuestions.asked > 0 && isOfficeOf(ctx, sheet.areaCode) ? { cards: cardQuestions } : {}),
    ...(Object.fromEntries(given) as Pick<PayrollView, (typeof OPTIONAL)[number]>), // built from those very keys
    filedAt: sheet.filedAt.toISOString(),
    ...(sheet.slipsDeliveredAt === undefined
      ? {}
      : { slipsDeliveredAt: sheet.slipsDeliveredAt.toISOString() }),
    history: (sheet.history ?? []).map(historyEntry),
    actions: known ?? (await payrollActions(sheet, ctx)),
  };
}

function historyEntry({ at, by, cite, ...entry }: PayrollHistory): HistoryEntry {
  return {
    ...entry,
    at: at.toISOString(),
    by: { kind: by.kind, ...(by.name === undefined ? {} : { name: by.name }) },
    ...(cite === undefined || !isCitable(cite)
      ? {}
      : { cite: { zh: printCitation(cite, 'zh'), en: printCitation(cite, 'en') } }),
  };
}
