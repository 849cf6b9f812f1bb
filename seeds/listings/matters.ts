import type { RegisterComplaint } from '../../server/core/contract/complaint-intake.ts';
import { fen } from '../../server/core/kit/money.ts';
import type { PlainDate } from '../../server/core/kit/plain-date.ts';
import { addPayMonths, payMonthOf } from '../../server/core/kit/plain-date.ts';
import { DEMO_AREA } from '../../server/features/accounts/index.ts';
import { enterFile } from '../../server/features/archive/index.ts';
import {
  approveClosure,
  askClosure,
  fileCase,
  investigateCase,
  orderRectification,
} from '../../server/features/cases/index.ts';
import { createCompany } from '../../server/features/companies/index.ts';
import { acceptComplaint, registerComplaint } from '../../server/features/complaints/index.ts';
import { AppError } from '../../server/platform/app-error.ts';
import type { Ctx } from '../../server/platform/context.ts';
import { inTransaction } from '../../server/platform/db.ts';

/** The demo office on its working days before today. */
export interface Office {
  inspectorId: string;
  secondId: string;
  day(ago: number): PlainDate;
  as(who: 'clerk' | 'inspector' | 'head', ago: number): Ctx;
}

/** A case of a firm of its own, with an order that was missed: how many working days ago each step was. */
export interface Matter {
  /** The number a complaint came under says that it was told before. */
  number: string;
  title: string;
  firm: string;
  /** Where the firm is on record: its page shows what became of it. */
  companyId?: string;
  headcount: number;
  owedFen: number;
  filed: number;
  served: number;
  payBy: number;
  /** Where a court has collected the wages since. */
  closed?: number;
}

/** Told in one transaction, from end to end, or not at all where it was told before. */
export async function openMatter(matter: Matter, office: Office): Promise<void> {
  try {
    await inTransaction(() => tell(matter, office));
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'alreadyExists') throw error;
  }
}

async function tell(matter: Matter, { inspectorId, secondId, day, as }: Office): Promise<void> {
  const { title, firm, companyId, filed, served, payBy, closed } = matter;
  const { id } = await registerComplaint(complaintOf(matter, day(filed)), as('clerk', filed));
  await acceptComplaint({ id, version: 1 }, {}, as('clerk', filed));
  if (companyId !== undefined)
    await createCompany({ name: firm, areaCode: DEMO_AREA }, as('clerk', filed), companyId);
  const people = { leadInspectorId: inspectorId, coInspectorId: secondId };
  const asked = { complaintIds: [id], title, respondent: respondentOf(matter), ...people };
  const theCase = await fileCase(asked, as('inspector', filed));
  const looking = await investigateCase(theCase.id, theCase.version, {}, as('inspector', filed - 1));
  const order = {
    ...{ servedOn: day(served), rectifyBy: day(payBy), mode: 'DIRECT' as const },
    ...{ demands: '演示：付清拖欠的工资。', fileIds: [] },
  };
  const ordered = await orderRectification(theCase.id, looking.version, order, as('inspector', served));
  if (closed === undefined) return;
  const end = { code: 'COURT' as const, statement: '演示：法院执行到位，工资已付清。' };
  const waiting = await askClosure(theCase.id, ordered.version, end, as('inspector', closed));
  await approveClosure(theCase.id, waiting.version, {}, as('head', closed));
  await enterFile(theCase.id, undefined, { isSplit: false }, as('clerk', closed - 1));
}

const respondentOf = ({ firm, companyId }: Matter) => ({
  name: firm,
  ...(companyId === undefined ? {} : { companyId }),
});

function complaintOf({ number, firm, headcount, owedFen }: Matter, receivedOn: PlainDate): RegisterComplaint {
  const month = payMonthOf(receivedOn);
  return {
    ...{ intakeKind: 'COMPLAINT', channel: 'HOTLINE_12345', externalNumber: number, receivedOn },
    ...{ areaCode: DEMO_AREA, employerName: firm, headcount, owedFen: fen(owedFen), fileIds: [] },
    payMonths: [addPayMonths(month, -2), addPayMonths(month, -1)],
    story: '演示：两个月的工资没有发。',
  };
}
