import { ERRORS } from '../../core/contract/errors.ts';
import { AppError } from '../../platform/app-error.ts';
import { elapsed } from '../../platform/clock.ts';
import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { errorWords } from '../../platform/error-words.ts';
import { errorSentence } from '../../platform/jobs/error-sentence.ts';
import { publish } from '../../platform/realtime/index.ts';
import { WorkbookFault } from '../../platform/workbooks/index.ts';
import { checkWorkbook, foundIn } from './check-workbook.ts';
import { whileReading } from './reading-now.ts';
import { moveCheck, storeProblems, updateReading } from './sheet-check.model.ts';
import type { SheetCheckRecord } from './sheet-check.model.ts';
import type { Scope } from './sheet-kinds.ts';
import { sheetKind } from './sheet-kinds.ts';

const TOLD_EVERY_MS = 250;
const ALIVE_EVERY_MS = 5_000;

/** Reads and checks a sheet while its sender waits at another door; never throws, the outcome is stored. */
export async function readInBackground(check: SheetCheckRecord, bytes: Buffer, ctx: Ctx): Promise<void> {
  const id = String(check._id);
  const startedAt = elapsed();
  const tell = (): void => publish(`user:${check.startedBy}`, 'sheetCheckChanged', { id });
  await whileReading(id, { userId: check.startedBy, done: 0 }, async (progress) => {
    let toldAt = startedAt;
    const onProgress = (done: number, total: number): void => {
      progress.done = done;
      progress.total = total;
      if (elapsed() - toldAt < TOLD_EVERY_MS) return;
      toldAt = elapsed();
      tell();
    };
    const pulse = setInterval(() => {
      const aliveAt = new Date(ctx.now.getTime() + (elapsed() - startedAt));
      updateReading(check._id, { aliveAt, done: progress.done }).catch(() => {}); // told as dead, at worst
    }, ALIVE_EVERY_MS).unref();
    try {
      await store(check, await outcomeOf(check, bytes, ctx, onProgress));
    } catch {
      // The store is away: the check stays 'reading' and is told as cut off.
    } finally {
      clearInterval(pulse);
    }
  });
  tell();
}

interface Outcome {
  set: Partial<Omit<SheetCheckRecord, '_id'>>;
  problems: Parameters<typeof storeProblems>[1];
}

async function outcomeOf(
  check: SheetCheckRecord,
  bytes: Buffer,
  ctx: Ctx,
  onProgress: (done: number, total: number) => void,
): Promise<Outcome> {
  try {
    const scope = JSON.parse(check.scope) as Scope; // as startSheetCheck stored it
    const sheet = await checkWorkbook(sheetKind(check.kind), bytes, scope, ctx, onProgress);
    const rows = sheet.rows.length;
    const set = { state: 'checked' as const, ...foundIn(sheet), done: rows, total: rows };
    return { set, problems: sheet.findings.problems };
  } catch (error) {
    return { set: { state: 'failed', ...failureOf(error) }, problems: [] };
  }
}

function failureOf(error: unknown): Pick<SheetCheckRecord, 'failure' | 'fault'> {
  if (error instanceof WorkbookFault) return { failure: { code: error.code, zh: error.zh, en: error.en } };
  if (error instanceof AppError) {
    const { zh, en } = errorWords(error);
    return { failure: { code: error.code, zh, en } };
  }
  const { zh, en } = ERRORS.internal;
  return { failure: { code: 'internal', zh, en }, fault: errorSentence(error).slice(0, 500) };
}

const store = (check: SheetCheckRecord, { set, problems }: Outcome): Promise<void> =>
  inTransaction(async () => {
    if (await moveCheck(check._id, 'reading', set)) await storeProblems(check, problems);
  });
