import type { MyPayLine } from '../../core/contract/my-pay.ts';
import type { Ctx } from '../../platform/context.ts';
import { findLeads } from '../complaints/index.ts';
import { canAnswer } from './answer-line.ts';
import type { PayrollLineRecord, PayrollSheetRecord, StoredAnswer } from './payroll.record.ts';
import { findSheets } from './payroll-sheet.model.ts';

/** A line as its own worker reads it: what the firm says, what the bank says, what he said. */
export async function myPayLineViews(lines: readonly PayrollLineRecord[], ctx: Ctx): Promise<MyPayLine[]> {
  const sheets = new Map(
    (await findSheets(lines.map(({ sheetId }) => sheetId))).map((one) => [String(one._id), one]),
  );
  const leads = await findLeads(lines.flatMap(({ complaintId }) => complaintId ?? []));
  return Promise.all(
    lines.map(async (line) => {
      const receiptNumber = leads.get(line.complaintId ?? '')?.receiptNumber;
      return {
        ...facts(line, sheets.get(line.sheetId)),
        canAnswer: await canAnswer(line, ctx),
        ...(receiptNumber === undefined ? {} : { receiptNumber }),
      };
    }),
  );
}

export async function myPayLineView(line: PayrollLineRecord, ctx: Ctx): Promise<MyPayLine> {
  const [view] = await myPayLineViews([line], ctx);
  if (view === undefined) throw new Error('One line has one view');
  return view;
}

const OPTIONAL = ['attendedHundredths', 'dayRateFen', 'piecesHundredths', 'piecePriceFen'] as const;

function facts(
  line: PayrollLineRecord,
  sheet: PayrollSheetRecord | undefined,
): Omit<MyPayLine, 'canAnswer' | 'receiptNumber'> {
  const { state, amountFen, on } = line.bank;
  const given = OPTIONAL.flatMap((key) => (line[key] === undefined ? [] : [[key, line[key]]]));
  return {
    id: String(line._id),
    projectName: sheet?.projectName ?? '',
    employerName: sheet?.employerName ?? '',
    teamName: sheet?.teamName ?? '',
    payMonth: line.payMonth,
    ...(sheet?.payOn === undefined ? {} : { payOn: sheet.payOn }),
    payKind: line.payKind,
    daysHundredths: line.daysHundredths,
    ...(Object.fromEntries(given) as Pick<MyPayLine, (typeof OPTIONAL)[number]>), // built from those very keys
    overtimeFen: line.overtimeFen,
    allowancesFen: line.allowancesFen,
    backPayFen: line.backPayFen,
    grossFen: line.grossFen,
    advanceFen: line.advanceFen,
    deductions: line.deductions,
    netFen: line.netFen,
    bank: {
      state,
      ...(amountFen === undefined ? {} : { amountFen }),
      ...(on === undefined ? {} : { on }),
    },
    ...(line.answer === undefined ? {} : { answer: { ...answerView(line.answer), ...noteOf(line.answer) } }),
    answers: line.answers.map(answerView),
    ...(line.cardQuestion === undefined ? {} : { cardQuestion: cardView(line.cardQuestion) }),
  };
}

/** One answer without whose words came with it. */
export const answerView = ({ kind, amountFen, at }: StoredAnswer): MyPayLine['answers'][number] => ({
  kind,
  ...(amountFen === undefined ? {} : { amountFen }),
  at: at.toISOString(),
});
const noteOf = ({ note }: StoredAnswer): { note?: string } => (note === undefined ? {} : { note });
const cardView = ({ inHand }: { inHand?: boolean }): { answered?: boolean } =>
  inHand === undefined ? {} : { answered: inHand };
