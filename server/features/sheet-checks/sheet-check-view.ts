import type { SheetCheckView } from '../../core/contract/sheet-checks.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { actorUserId } from '../../platform/context.ts';
import { readingNow } from './reading-now.ts';
import { findOwnCheck, findProblems } from './sheet-check.model.ts';
import type { SheetCheckRecord } from './sheet-check.model.ts';

const FIRST = 200;
/** A reader says every few seconds that it lives; silent for so long, it was killed. */
const SILENT_MS = 20_000;
const CUT_OFF = {
  code: 'again',
  zh: '检查被中断（系统曾重启），没有保存任何内容；请重新检查',
  en: 'The check was cut off by a restart; nothing was saved. Please check again',
};

/** The check, when this reader started it. */
export async function getOwnCheck(id: string, ctx: Ctx): Promise<SheetCheckRecord> {
  const check = await findOwnCheck(id, actorUserId(ctx));
  if (check === null) throw new AppError('notFound');
  return check;
}

/** How far a check is and what it found. One whose reader died is told as failed: it can be started anew. */
export async function sheetCheckView(check: SheetCheckRecord, ctx: Ctx): Promise<SheetCheckView> {
  const id = String(check._id);
  const running = readingNow(id);
  const dead =
    check.state === 'reading' &&
    running === undefined &&
    ctx.now.getTime() - check.aliveAt.getTime() > SILENT_MS;
  const failure = dead ? CUT_OFF : check.failure;
  const total = running?.total ?? check.total;
  return {
    id,
    kind: check.kind,
    state: dead ? 'failed' : check.state,
    fileName: check.fileName,
    progress: { done: running?.done ?? check.done, ...(total === undefined ? {} : { total }) },
    rows: check.rows,
    blocking: check.blocking,
    notices: check.notices,
    problems: check.blocking + check.notices === 0 ? [] : await findProblems(check._id, 0, FIRST),
    rules: check.rules,
    ...(failure === undefined ? {} : { failure }),
    // Written by the confirm of its own kind.
    ...(check.result === undefined
      ? {}
      : { result: JSON.parse(check.result) as Record<string, string | number> }),
    createdAt: check.createdAt.toISOString(),
    canConfirm: check.state === 'checked' && typeof check.leaveOut === 'number',
    ...(typeof check.leaveOut === 'number' ? { leaveOut: check.leaveOut } : {}),
  };
}
