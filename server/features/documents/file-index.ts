import type { FileIndexLine } from '../../core/documents/source.ts';
import type { Ctx } from '../../platform/context.ts';

type IndexOf = (caseId: string, ctx: Ctx) => Promise<FileIndexLine[]>;
let asked: IndexOf | undefined;

/** The feature that binds case files says what would lie in one: the paper that lists it is filled from the same lines. */
export function registerFileIndex(indexOf: IndexOf): void {
  asked = indexOf;
}

export const fileIndexOf = async (caseId: string, ctx: Ctx): Promise<FileIndexLine[] | undefined> =>
  asked === undefined ? undefined : asked(caseId, ctx);
