import type { AddCaseEvidence, CaseView } from '../../core/contract/cases.ts';
import type { Ctx } from '../../platform/context.ts';
import { holdFiles } from '../files/index.ts';
import { moveCase } from './move-case.ts';
import { newFiles } from './order-rectification.ts';

/** Files are put with the case, with a note on what they show; from then on they stay. */
export async function addCaseEvidence(
  id: string,
  version: number,
  input: AddCaseEvidence,
  ctx: Ctx,
): Promise<CaseView> {
  const { fileIds, note } = input;
  return moveCase({ id, action: 'addEvidence', version, given: input }, ctx, async (record) => {
    await holdFiles(fileIds, `case:${id}`, ctx, { purposes: ['evidence', 'document'] });
    return {
      push: { fileIds: newFiles(record.fileIds, fileIds) },
      reason: note,
      facts: { files: fileIds.length },
      fileIds,
    };
  });
}
