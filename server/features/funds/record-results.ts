import type { FieldProblem } from '../../core/contract/errors.ts';
import type { PayFileView, PayResults } from '../../core/contract/funds.ts';
import { sumFen } from '../../core/kit/money.ts';
import { AppError } from '../../platform/app-error.ts';
import { appendEvent } from '../../platform/audit/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { recordBankResults } from '../payroll/index.ts';
import { branchWithin } from './funds-reach.ts';
import type { JudgedResults, ResultFault } from './judge-results.ts';
import { judgeResults } from './judge-results.ts';
import { addToLedger } from './ledger.model.ts';
import { findPayFileLines, writeResults } from './pay-file-line.model.ts';
import { payFileViews } from './pay-file-view.ts';
import type { PayFileRecord } from './pay-file.model.ts';
import { changePayFile, findPayFile, findPayFileByNumber } from './pay-file.model.ts';
import { tellBounced } from './tell-funds.ts';

/**
 * The bank's answers to one pay file, all or none: credited or returned with the reason, line by line. The same answer
 * again is harmless; another one for money that arrived is refused.
 * @law REG-31-1
 */
export async function recordResults(id: string, { results }: PayResults, ctx: Ctx): Promise<PayFileView> {
  return inTransaction(async () => {
    const file = await findPayFile(id, branchWithin(ctx));
    if (file === null) throw new AppError('notFound');
    return answerFile(file, { results }, ctx);
  });
}

/** The same for a bank's program, which knows the number printed on the file. */
export async function recordResultsByNumber(
  number: string,
  results: PayResults,
  ctx: Ctx,
): Promise<PayFileView> {
  return inTransaction(async () => {
    const file = await findPayFileByNumber(number, branchWithin(ctx));
    if (file === null) throw new AppError('notFound');
    return answerFile(file, results, ctx);
  });
}

async function answerFile(file: PayFileRecord, { results }: PayResults, ctx: Ctx): Promise<PayFileView> {
  const judged = judgeResults(results, await findPayFileLines(String(file._id)), ctx.today);
  const [fault] = judged.faults;
  if (fault?.rule === 'result.contradicts')
    throw new AppError('resultContradicts', { reference: results[fault.index]?.reference ?? '' });
  if (fault !== undefined) throw unfit(judged.faults);
  const changed = judged.news.length === 0 ? file : await store(file, judged, ctx);
  const [view] = await payFileViews([changed], ctx);
  if (view === undefined) throw new AppError('notFound');
  return view;
}

function unfit(faults: readonly ResultFault[]): AppError {
  const fields = faults.map(({ index, column, rule, zh, en }): FieldProblem => {
    return { in: 'body', path: `results.${index}.${column}`, rule, zh, en };
  });
  return new AppError('invalidInput', { count: fields.length }, fields);
}

async function store(file: PayFileRecord, { news }: JudgedResults, ctx: Ctx): Promise<PayFileRecord> {
  await recordBankResults(
    news.map(({ line: { lineId, reference }, result: { result, amountFen, on, reason } }) => ({
      lineId,
      reference,
      result,
      amountFen,
      on,
      ...(reason === undefined ? {} : { reason }),
    })),
    ctx,
  );
  await writeResults(news);
  const credited = news.filter(({ result }) => result.result === 'credited');
  const returned = news.length - credited.length;
  const bouncedBefore = news.filter(({ line }) => line.result === 'bounced').length;
  const now = {
    credited: file.credited + credited.length,
    creditedFen: sumFen([file.creditedFen, ...credited.map(({ result }) => result.amountFen)]),
    bounced: file.bounced + returned - bouncedBefore,
  };
  const isAll = now.credited + now.bounced === file.lines;
  const changed = await changePayFile(file, {
    ...now,
    state: isAll ? 'answered' : 'taken',
    answeredAt: ctx.now,
    ...(file.takenAt === undefined ? { takenAt: ctx.now } : {}),
  });
  if (changed === null) throw new AppError('staleVersion');
  if (isAll && file.state !== 'answered') await addToLedger(file.projectId, { payFilesWaiting: -1 });
  const { projectId, areaCode, number } = file;
  const facts = { number, credited: credited.length, bounced: returned, creditedFen: now.creditedFen };
  await appendEvent({ subject: `project:${projectId}`, areaCode, action: 'payFile.answered', facts }, ctx);
  if (returned > 0) await tellBounced(changed, returned, ctx);
  return changed;
}
