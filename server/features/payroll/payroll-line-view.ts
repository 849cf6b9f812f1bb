import type { PayrollLineView } from '../../core/contract/payroll.ts';
import type { Ctx } from '../../platform/context.ts';
import { isOfficeOf } from '../../platform/office-reach.ts';
import { lineSecrets } from './payroll-line.model.ts';
import type { PayrollLineRecord } from './payroll.record.ts';

type Reader = Pick<Ctx, 'actor' | 'grants'>;

const OPTIONAL = [
  'hoursHundredths',
  'dayRateFen',
  'piecesHundredths',
  'piecePriceFen',
  'backPayMonth',
  'otherGround',
  'complaintId',
] as const;

/**
 * A line for whoever may see names on this project: identities masked, what the worker said beside what the bank did.
 * Where his card is he told the office, not the companies that may be keeping it.
 * @law REG-31-2
 */
export function payrollLineView(line: PayrollLineRecord, reader: Reader): PayrollLineView {
  const given = OPTIONAL.flatMap((key) => (line[key] === undefined ? [] : [[key, line[key]]]));
  const { citizenIdMasked = '', bankCardMasked } = lineSecrets.maskFields(line);
  const { state, amountFen, on, reason, attempts, takenBack } = line.bank;
  return {
    id: String(line._id),
    sheetId: line.sheetId,
    row: line.row,
    workerName: line.workerName,
    citizenIdMasked,
    ...(bankCardMasked === undefined ? {} : { bankCardMasked }),
    payKind: line.payKind,
    daysHundredths: line.daysHundredths,
    ...(Object.fromEntries(given) as Pick<PayrollLineView, (typeof OPTIONAL)[number]>), // built from those very keys
    overtimeFen: line.overtimeFen,
    allowancesFen: line.allowancesFen,
    backPayFen: line.backPayFen,
    grossFen: line.grossFen,
    advanceFen: line.advanceFen,
    deductions: line.deductions,
    netFen: line.netFen,
    ...(line.answer === undefined ? {} : { answer: answerOf(line.answer) }),
    bank: {
      state,
      attempts,
      ...(amountFen === undefined ? {} : { amountFen }),
      ...(on === undefined ? {} : { on }),
      ...(reason === undefined ? {} : { reason }),
      ...(takenBack === undefined ? {} : { takenBack }),
    },
    ...(line.cardQuestion === undefined || !isOfficeOf(reader, line.areaCode)
      ? {}
      : { card: cardOf(line.cardQuestion) }),
  };
}

function cardOf({
  inHand,
  answeredAt,
}: NonNullable<PayrollLineRecord['cardQuestion']>): NonNullable<PayrollLineView['card']> {
  if (inHand === undefined) return { answer: 'unanswered' };
  return {
    answer: inHand ? 'inHand' : 'notInHand',
    ...(answeredAt === undefined ? {} : { at: answeredAt.toISOString() }),
  };
}

function answerOf({
  kind,
  amountFen,
  note,
  at,
}: NonNullable<PayrollLineRecord['answer']>): NonNullable<PayrollLineView['answer']> {
  return {
    kind,
    ...(amountFen === undefined ? {} : { amountFen }),
    ...(note === undefined ? {} : { note }),
    at: at.toISOString(),
  };
}
