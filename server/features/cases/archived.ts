import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { Cases } from './case.model.ts';
import type { CaseRecord } from './case.record.ts';

/** A case in the archive is only read; the head takes it out by opening it again. */
export function demandNotArchived({ archive }: Pick<CaseRecord, 'archive'>): void {
  if (archive !== undefined) throw new AppError('caseArchived', { fileNumber: archive.fileNumber });
}

/** The same for what hangs on a case and has not loaded it. */
export async function demandCaseNotArchived(caseId: string | undefined): Promise<void> {
  demandNotArchived(await markOf(caseId));
}

export const isCaseArchived = async (caseId: string | undefined): Promise<boolean> =>
  (await markOf(caseId)).archive !== undefined;

async function markOf(caseId: string | undefined): Promise<Pick<CaseRecord, 'archive'>> {
  if (caseId === undefined) return {};
  const found = await Cases.findById(caseId, { archive: 1 }).lean();
  return found ?? {};
}

type Reopened = (record: CaseRecord, ctx: Ctx) => Promise<void>;
const told: Reopened[] = [];

/** The feature that keeps the files hears when a case is taken out of the archive; in the same transaction. */
export function onTakenOut(tell: Reopened): () => void {
  told.push(tell);
  return () => void told.splice(told.indexOf(tell), 1);
}

/** `record` is the case as it lay in the archive. */
export async function tellTakenOut(record: CaseRecord, ctx: Ctx): Promise<void> {
  if (record.archive !== undefined) for (const tell of told) await tell(record, ctx);
}
