import type { PlainDate } from '../../core/kit/plain-date.ts';
import { addYears } from '../../core/kit/plain-date.ts';
import type { Ctx } from '../../platform/context.ts';
import { getCaseRecord, recordCaseEvent } from '../cases/index.ts';
import { dropMade } from '../files/index.ts';
import { findCaseFile, findFileNumbers, findKeptSince, moveFile } from './case-file.model.ts';
import { yearsKept } from './years-kept.ts';

export interface OverdueFile {
  id: string;
  caseId: string;
  keptUntil: PlainDate;
}

/** Files of an office whose time is over; none where the area has set no time. */
export async function filesOver(officeCode: string, ctx: Pick<Ctx, 'today'>): Promise<OverdueFile[]> {
  const years = await yearsKept(officeCode, ctx);
  if (years === undefined) return [];
  const found = await findKeptSince(officeCode, addYears(ctx.today, -years));
  return found
    .map(({ _id, caseId, archivedOn }) => ({
      id: String(_id),
      caseId,
      keptUntil: addYears(archivedOn, years),
    }))
    .filter(({ keptUntil }) => keptUntil < ctx.today);
}

/** The numbers of these files, by id. */
export const fileNumbersOf = async (ids: readonly string[]): Promise<Map<string, string>> =>
  ids.length === 0 ? new Map() : findFileNumbers(ids);

/** May it still go? Its time may have been made longer, or its case been opened again, since it was listed. */
export async function isFileOver(id: string, ctx: Ctx): Promise<boolean> {
  const file = await findCaseFile(id, { state: 'kept' });
  const years = file === null ? undefined : await yearsKept(file.officeCode, ctx);
  return file !== null && years !== undefined && addYears(file.archivedOn, years) < ctx.today;
}

/** Destroys the bound volumes, in the caller's transaction; the number, the fingerprints and the index stay on record. */
export async function destroyFile(id: string, ctx: Ctx): Promise<boolean> {
  const file = await moveFile(id, 'kept', { state: 'destroyed', destroyedOn: ctx.today });
  if (file === null) return false;
  const ids = [file.main, file.inner].flatMap((volume) => volume?.fileId ?? []);
  await dropMade(ids, `caseFile:${id}`, '保管期满，经批准销毁', ctx);
  const record = await getCaseRecord(file.caseId, ctx);
  await recordCaseEvent(record, 'caseFileDestroyed', { caseFileId: id, fileNumber: file.fileNumber }, ctx);
  return true;
}
