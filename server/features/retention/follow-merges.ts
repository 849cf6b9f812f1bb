import { registerMergeListener } from '../../platform/merge-listeners.ts';
import { RetentionItems } from './retention-item.model.ts';

/** Deleted of a site as a whole, and not by team and month. */
const WHOLE = ['attendance', 'enrolment', 'punchBatch'] as const;

/**
 * What is listed of a site, and the note of what was deleted there, follow the record that stands for it: a month would
 * otherwise be missing there, and one under a complaint be deleted. People and days listed of either site are kept: the
 * list was of fewer, and the others' time may not be over; the next list is made of them together. In the transaction of
 * the merge (index projectId+kind).
 * @law REG-28-3
 */
registerMergeListener('project', async (fromId, intoId) => {
  const listed = { kind: { $in: [...WHOLE] }, state: 'listed' as const };
  await RetentionItems.updateMany(
    { projectId: { $in: [fromId, intoId] }, ...listed },
    { $set: { state: 'kept' } },
  );
  await RetentionItems.updateMany({ projectId: fromId }, { $set: { projectId: intoId } });
});
