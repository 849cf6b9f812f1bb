import type { SheetCheckKind, SheetCheckView } from '../../core/contract/sheet-checks.ts';
import type { Ctx } from '../../platform/context.ts';
import type { Scope } from './sheet-kinds.ts';

/** Starts reading an uploaded workbook (202); the result comes later. */
export function startSheetCheck<S extends Scope>(
  _kind: SheetCheckKind,
  _scope: S,
  _fileId: string,
  _ctx: Ctx,
): Promise<SheetCheckView> {
  return Promise.reject(new Error('not yet'));
}
