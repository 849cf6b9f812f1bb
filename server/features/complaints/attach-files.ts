import type { Ctx } from '../../platform/context.ts';
import { wrongField } from '../../platform/wrong-field.ts';
import { holdFiles } from '../files/index.ts';
import type { HolderRef } from '../files/index.ts';
import type { ComplaintRecord } from './complaint.record.ts';

/** Files for one complaint, so that no list of it grows without end. */
const MOST = 200;

/**
 * Puts files of the actor's own on record with the complaint; from then on he cannot take them back. The chain of a
 * file its maker uploaded does not say which report it went to. `from` holds files of others that go with it.
 */
export async function attachFiles(
  complaint: Pick<ComplaintRecord, '_id' | 'intakeKind' | 'fileIds'>,
  fileIds: readonly string[],
  ctx: Ctx,
  isComplainant: boolean,
  from: readonly HolderRef[] = [],
): Promise<Pick<ComplaintRecord, 'fileIds'>> {
  const all = [...new Set([...complaint.fileIds, ...fileIds])];
  // Refused and not cut off: whoever sends a file must know that it is there.
  if (all.length > MOST)
    throw wrongField(
      'fileIds',
      `一件投诉最多 ${MOST} 个文件，已有 ${complaint.fileIds.length} 个`,
      `A complaint holds ${MOST} files at most; there are ${complaint.fileIds.length}`,
    );
  const unnamed = complaint.intakeKind === 'REPORT' && isComplainant;
  await holdFiles(fileIds, `complaint:${String(complaint._id)}`, ctx, {
    from,
    ...(unnamed ? { unnamed } : {}),
  });
  return { fileIds: all };
}
