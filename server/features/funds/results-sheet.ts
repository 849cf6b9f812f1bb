import type { PayResult } from '../../core/contract/funds.ts';
import type { SheetCheckView, SheetColumn, SheetProblem } from '../../core/contract/sheet-checks.ts';
import { fen } from '../../core/kit/money.ts';
import { isPlainDate } from '../../core/kit/plain-date.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import type { SheetRow } from '../../platform/workbooks/index.ts';
import { defineSheetKind, problem, startSheetCheck } from '../sheet-checks/index.ts';
import { branchWithin } from './funds-reach.ts';
import { judgeResults } from './judge-results.ts';
import { findPayFileLines } from './pay-file-line.model.ts';
import type { PayFileRecord } from './pay-file.model.ts';
import { findPayFile } from './pay-file.model.ts';
import { recordResults } from './record-results.ts';

const MOST_ROWS = 10_000;

/**
 * The pay file with the bank's answer beside each line: the columns of the generic format and three more. Cards are read
 * past; a reference is text, because the dashes of an `identity` are not kept.
 */
export const RESULT_COLUMNS: readonly SheetColumn[] = [
  { key: 'reference', zh: '代发编号', en: 'Reference', kind: 'text', required: true, width: 26 },
  { key: 'workerName', zh: '姓名', en: 'Name', kind: 'text', width: 12 },
  { key: 'bankCard', zh: '银行卡号', en: 'Card number', kind: 'text', width: 24 },
  { key: 'bankName', zh: '开户银行', en: 'Bank', kind: 'text', width: 20 },
  { key: 'amountFen', zh: '金额（元）', en: 'Amount (yuan)', aliases: ['金额', '到账金额'], kind: 'amount' },
  {
    key: 'result',
    zh: '结果',
    en: 'Result',
    aliases: ['代发结果', '状态'],
    kind: 'choice',
    required: true,
    choices: [
      { value: 'credited', zh: '到账', en: 'Credited' },
      { value: 'bounced', zh: '退回', en: 'Returned' },
    ],
  },
  { key: 'on', zh: '日期', en: 'Day', aliases: ['到账日期', '交易日期'], kind: 'day', required: true },
  { key: 'reason', zh: '退回原因', en: 'Reason', aliases: ['原因'], kind: 'text', width: 24 },
];

interface ResultsScope extends Record<string, string> {
  payFileId: string;
}

/** Rows that say enough to be answers; what a cell lacks is a problem of the engine already. */
function answersOf(rows: readonly SheetRow[], sent: ReadonlyMap<string, number>) {
  return rows.flatMap(({ row, cells }): { row: number; result: PayResult }[] => {
    const { reference, amountFen, result, on, reason } = cells;
    if (typeof reference !== 'string' || typeof on !== 'string' || !isPlainDate(on)) return [];
    if (result !== 'credited' && result !== 'bounced') return [];
    // A bank that leaves the amount out means the one it was told.
    const amount = typeof amountFen === 'number' ? amountFen : (sent.get(reference) ?? 0);
    const why = typeof reason === 'string' && reason !== '' ? { reason } : {};
    return [{ row, result: { reference, result, amountFen: fen(amount), on, ...why } }];
  });
}

async function readAgainst(rows: readonly SheetRow[], { payFileId }: ResultsScope, ctx: Ctx) {
  const file: PayFileRecord | null = await findPayFile(payFileId, branchWithin(ctx));
  if (file === null) throw new AppError('notFound');
  const lines = await findPayFileLines(payFileId);
  const answers = answersOf(rows, new Map(lines.map((line) => [line.reference, line.amountFen])));
  const results = answers.map(({ result }) => result);
  return { answers, judged: judgeResults(results, lines, ctx.today) };
}

export const BANK_RESULTS = defineSheetKind<ResultsScope>({
  kind: 'bankResults',
  columns: RESULT_COLUMNS,
  maxRows: MOST_ROWS,
  async check(rows, scope, ctx) {
    const { answers, judged } = await readAgainst(rows, scope, ctx);
    const problems = judged.faults.map(({ index, column, rule, zh, en }): SheetProblem =>
      problem(answers[index]?.row ?? 0, column, rule, 'block', zh, en),
    );
    return { problems };
  },
  async confirm(rows, scope, _findings, ctx) {
    const { judged } = await readAgainst(rows, scope, ctx);
    const results = judged.news.map(({ result }) => result);
    if (results.length > 0) await recordResults(scope.payFileId, { results }, ctx);
    const credited = results.filter(({ result }) => result === 'credited').length;
    const { payFileId } = scope;
    return { payFileId, credited, bounced: results.length - credited, repeated: judged.repeated };
  },
});

/** Starts reading a workbook of answers to one pay file. */
export async function checkResultsSheet(
  { payFileId, fileId }: { payFileId: string; fileId: string },
  ctx: Ctx,
): Promise<SheetCheckView> {
  if ((await findPayFile(payFileId, branchWithin(ctx))) === null) throw new AppError('notFound');
  return startSheetCheck<ResultsScope>('bankResults', { payFileId }, fileId, ctx);
}
