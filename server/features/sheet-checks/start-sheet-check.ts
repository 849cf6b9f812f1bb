import type { SheetCheckKind, SheetCheckView } from '../../core/contract/sheet-checks.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { actorUserId } from '../../platform/context.ts';
import { afterCommit } from '../../platform/db.ts';
import type { FilePurpose } from '../../core/contract/files.ts';
import { ownFileBytes } from '../files/index.ts';
import { readInBackground } from './read-in-background.ts';
import { readingsOf } from './reading-now.ts';
import { insertCheck } from './sheet-check.model.ts';
import { sheetCheckView } from './sheet-check-view.ts';
import type { Scope } from './sheet-kinds.ts';
import { sheetKind } from './sheet-kinds.ts';

export const WORKBOOK_PURPOSES: readonly FilePurpose[] = ['rosterWorkbook'];
const KEPT_DAYS = 7;
const AT_ONCE = 3;
const DAY_MS = 86_400_000;

/**
 * Starts reading a workbook the actor uploaded (purpose rosterWorkbook) and answers at once; what is found comes later.
 * Nothing of the rows is stored: neither here nor before the contractor confirms.
 */
export async function startSheetCheck<S extends Scope>(
  kind: SheetCheckKind,
  scope: S,
  fileId: string,
  ctx: Ctx,
): Promise<SheetCheckView> {
  sheetKind(kind);
  const startedBy = actorUserId(ctx);
  if (readingsOf(startedBy) >= AT_ONCE) throw new AppError('tooManyRequests', { retryAfter: 10 });
  const file = await ownFileBytes(fileId, WORKBOOK_PURPOSES, ctx);
  const check = await insertCheck({
    kind,
    scope: JSON.stringify(scope),
    fileId,
    sha256: file.sha256,
    fileName: file.name,
    startedBy,
    state: 'reading',
    done: 0,
    rows: 0,
    blocking: 0,
    notices: 0,
    rules: [],
    createdAt: ctx.now,
    aliveAt: ctx.now,
    expiresAt: new Date(ctx.now.getTime() + KEPT_DAYS * DAY_MS),
  });
  afterCommit(() => void readInBackground(check, file.bytes, ctx));
  return sheetCheckView(check, ctx);
}
