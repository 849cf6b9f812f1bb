import type { PostTransaction } from '../../core/contract/funds.ts';
import type { SheetCheckView, SheetColumn, SheetProblem } from '../../core/contract/sheet-checks.ts';
import { fen } from '../../core/kit/money.ts';
import { isPlainDate } from '../../core/kit/plain-date.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import type { SheetRow } from '../../platform/workbooks/index.ts';
import { defineSheetKind, problem, startSheetCheck } from '../sheet-checks/index.ts';
import { transactionBody } from './funds.schemas.ts';
import { branchWithin } from './funds-reach.ts';
import { findLedger } from './ledger.model.ts';
import { findByReferences } from './pay-file-line.model.ts';
import { postWithin } from './post-transaction.ts';
import { REFUSAL_WORDS, refusalOf } from './refusal.ts';
import { paidReferences } from './transaction.model.ts';

const MOST_ROWS = 5000;

/** References are text: the dashes of an `identity` are not kept, and without them a movement is another one. */
export const TRANSACTION_COLUMNS: readonly SheetColumn[] = [
  { key: 'bankRef', zh: '银行流水号', en: 'Bank reference', kind: 'text', required: true, width: 26 },
  { key: 'on', zh: '日期', en: 'Day', aliases: ['交易日期'], kind: 'day', required: true },
  {
    key: 'direction',
    zh: '收支',
    en: 'In or out',
    aliases: ['借贷', '方向'],
    kind: 'choice',
    required: true,
    choices: [
      { value: 'in', zh: '收入', en: 'In' },
      { value: 'out', zh: '支出', en: 'Out' },
    ],
  },
  {
    key: 'kind',
    zh: '用途',
    en: 'Kind',
    kind: 'choice',
    required: true,
    choices: [
      { value: 'labourCost', zh: '人工费用', en: 'Labour cost' },
      { value: 'interest', zh: '利息', en: 'Interest' },
      { value: 'returnOfBounced', zh: '退回工资', en: 'Wages returned' },
      { value: 'wages', zh: '发放工资', en: 'Wages' },
      { value: 'other', zh: '其他', en: 'Other' },
    ],
  },
  {
    key: 'amountFen',
    zh: '金额（元）',
    en: 'Amount (yuan)',
    aliases: ['金额'],
    kind: 'amount',
    required: true,
  },
  {
    key: 'counterparty',
    zh: '对方户名',
    en: 'Other side',
    aliases: ['对方'],
    kind: 'text',
    required: true,
    width: 28,
  },
  { key: 'payReference', zh: '代发编号', en: 'Pay reference', kind: 'text', width: 26 },
];

interface TransactionsScope extends Record<string, string> {
  projectId: string;
}
interface Movement {
  row: number;
  posted: PostTransaction;
}

/** Rows whose cells are those of a movement; the same shape as the door's judges them. */
function movementsOf(rows: readonly SheetRow[]): { movements: Movement[]; problems: SheetProblem[] } {
  const movements: Movement[] = [];
  const problems: SheetProblem[] = [];
  for (const { row, cells } of rows) {
    if (Object.values(pickRequired(cells)).some((value) => value === null)) continue; // the engine has said so
    const given = Object.fromEntries(Object.entries(cells).filter(([, value]) => value !== null));
    const { value, error } = transactionBody.validate(given, { abortEarly: true });
    if (error === undefined) movements.push({ row, posted: { ...value, amountFen: fen(value.amountFen) } });
    else {
      const column = String(error.details[0]?.path[0] ?? '');
      problems.push(problem(row, column, 'movement.shape', 'block', '内容不符合要求', 'Not as it should be'));
    }
  }
  return { movements, problems };
}

const pickRequired = ({ bankRef, on, direction, kind, amountFen, counterparty }: SheetRow['cells']) => ({
  bankRef,
  on: typeof on === 'string' && isPlainDate(on) ? on : null,
  direction,
  kind,
  amountFen,
  counterparty,
});

/** What the account may not be used for does not hold up the rest: it is a notice here, and refused at confirm. */
async function refusedOf(movements: readonly Movement[], projectId: string): Promise<SheetProblem[]> {
  const references = movements.flatMap(({ posted }) => posted.payReference ?? []);
  const [sent, paid] = await Promise.all([findByReferences(references), paidReferences(references)]);
  return movements.flatMap(({ row, posted }) => {
    if (posted.direction === 'in') return [];
    const { payReference = '' } = posted;
    const reason = refusalOf(posted, projectId, sent.get(payReference) ?? null, false);
    if (reason === null || paid.has(payReference)) return [];
    const { zh, en } = REFUSAL_WORDS[reason];
    const words = [`${zh}，将被拒绝并上报`, `${en}: it will be refused and reported`] as const;
    return [problem(row, 'kind', `outflow.${reason}`, 'notice', ...words)];
  });
}

function repeatedRefs(movements: readonly Movement[]): SheetProblem[] {
  const seen = new Set<string>();
  return movements.flatMap(({ row, posted: { bankRef } }) => {
    const isTwice = seen.has(bankRef);
    seen.add(bankRef);
    return isTwice
      ? [problem(row, 'bankRef', 'bankRef.twice', 'block', '流水号重复', 'This bank reference is here twice')]
      : [];
  });
}

export const TRANSACTIONS = defineSheetKind<TransactionsScope>({
  kind: 'transactions',
  columns: TRANSACTION_COLUMNS,
  maxRows: MOST_ROWS,
  async check(rows, { projectId }, ctx) {
    if ((await findLedger(projectId, branchWithin(ctx))) === null) throw new AppError('notFound');
    const { movements, problems } = movementsOf(rows);
    const refused = await refusedOf(movements, projectId);
    return { problems: [...problems, ...repeatedRefs(movements), ...refused] };
  },
  async confirm(rows, { projectId }, _findings, ctx) {
    const count = { posted: 0, repeated: 0, refused: 0 };
    for (const { posted } of movementsOf(rows).movements)
      count[(await postWithin(projectId, posted, ctx)).kind] += 1;
    return { projectId, ...count };
  },
});

/** Starts reading a workbook of movements of one account. */
export async function checkTransactionsSheet(
  projectId: string,
  fileId: string,
  ctx: Ctx,
): Promise<SheetCheckView> {
  if ((await findLedger(projectId, branchWithin(ctx))) === null) throw new AppError('notFound');
  return startSheetCheck<TransactionsScope>('transactions', { projectId }, fileId, ctx);
}
