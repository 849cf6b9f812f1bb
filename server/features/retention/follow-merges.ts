import { registerMergeListener } from '../../platform/merge-listeners.ts';
import { RetentionItems } from './retention-item.model.ts';

/**
 * What is listed of a site, and the note of what was deleted there, follow the record that stands for it: a month would
 * otherwise be missing there, and one under a complaint be deleted. In the transaction of the merge (index projectId+kind).
 */
registerMergeListener('project', async (fromId, intoId) => {
  await RetentionItems.updateMany({ projectId: fromId }, { $set: { projectId: intoId } });
});
