import type { Fen } from '../../core/kit/money.ts';
import type { PayMonth, PlainDate } from '../../core/kit/plain-date.ts';
import { asLines, PayrollLines } from './payroll-line.model.ts';
import type { PayrollLineRecord } from './payroll.record.ts';

const FIELDS = {
  ...{ workerId: 1, enrolmentId: 1, projectId: 1, payMonth: 1, standing: 1, payKind: 1 },
  ...{ grossFen: 1, overtimeFen: 1, allowancesFen: 1, backPayFen: 1, backPayMonth: 1, advanceFen: 1 },
  ...{ deductions: 1, piecesHundredths: 1, piecePriceFen: 1, netFen: 1 },
  ...{ 'answer.kind': 1, 'bank.state': 1, 'bank.amountFen': 1, 'bank.on': 1 },
} as const;

/** What reckoning wages reads of a line; nothing sealed. */
export interface LineOfWorker extends Pick<
  PayrollLineRecord,
  | 'workerId'
  | 'enrolmentId'
  | 'payMonth'
  | 'standing'
  | 'grossFen'
  | 'overtimeFen'
  | 'allowancesFen'
  | 'backPayFen'
  | 'backPayMonth'
  | 'advanceFen'
  | 'deductions'
  | 'piecesHundredths'
  | 'piecePriceFen'
  | 'netFen'
> {
  id: string;
  /** The worker himself said the line is right. */
  isConfirmed: boolean;
  /** What the bank credited on it. */
  credited?: { fen: Fen; on?: PlainDate };
}

/**
 * Lines of these people on one project, those that count and those that no longer do but were paid (index
 * workerId+payMonth). Back pay arrives after its month, so credits are read up to now. No reader's limits.
 */
export async function linesOfWorkers(
  workerIds: readonly string[],
  projectId: string,
  from: PayMonth,
): Promise<LineOfWorker[]> {
  const which = {
    workerId: { $in: [...workerIds] },
    payMonth: { $gte: from },
    projectId,
    $or: [{ standing: true }, { 'bank.state': 'credited' as const }],
  };
  const found = asLines(await PayrollLines.find(which, FIELDS).sort({ _id: 1 }).lean());
  return found.map(({ _id, bank, answer, ...line }) => ({
    ...line,
    id: String(_id),
    isConfirmed: answer?.kind === 'right',
    ...(bank.state === 'credited' && bank.amountFen !== undefined
      ? { credited: { fen: bank.amountFen, ...(bank.on === undefined ? {} : { on: bank.on }) } }
      : {}),
  }));
}
