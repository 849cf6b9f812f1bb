import type { Ctx } from '../../platform/context.ts';
import type { ArchiveMark, CaseRecord } from './case.record.ts';
import { saveStep } from './move-case.ts';

/** Puts a closed case into the archive, in the caller's transaction: from now on it is only read. */
export function markArchived(record: CaseRecord, archive: ArchiveMark, ctx: Ctx): Promise<CaseRecord> {
  const { fileNumber, on } = archive;
  return saveStep(record, 'archive', null, { set: { archive }, facts: { fileNumber, on } }, ctx);
}
