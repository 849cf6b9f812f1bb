import type { Ctx } from '../../platform/context.ts';
import { normaliseForSearch } from '../../platform/search/index.ts';
import { rolesFor } from './complaint-reach.ts';
import { editComplaint } from './edit-complaint.ts';
import { getComplaintRecord } from './get-complaint.ts';
import { openComplaintActions } from './move-complaint.ts';

/** One that is on record, and the words in which it was named until somebody found it there. */
export type FoundOnRecord = { was: string } & ({ employerId: string } | { projectId: string });

/**
 * The complaint's employer or project is this one on record, where it named it in the same words and may still be
 * corrected; otherwise it stays as it is. What stood there before is in its history.
 */
export async function linkComplaint(id: string, { was, ...found }: FoundOnRecord, ctx: Ctx): Promise<void> {
  const complaint = await getComplaintRecord(id, ctx);
  const { version, employerId, employerName, projectId, projectName } = complaint;
  const [isLinked, words] =
    'employerId' in found ? [employerId !== undefined, employerName] : [projectId !== undefined, projectName];
  if (isLinked || words === undefined || normaliseForSearch(words) !== normaliseForSearch(was)) return;
  if (!openComplaintActions(complaint, rolesFor(complaint, ctx), ctx).includes('edit')) return;
  await editComplaint({ id, version }, found, ctx);
}
