import mongoose from 'mongoose';
import { registerMergeListener } from '../../platform/merge-listeners.ts';
import { repointFindings } from './finding.model.ts';
import { Inspections } from './inspection.model.ts';

/** An inspection of a merged company or project belongs to the record that stands for it; its name stays as it was. */
for (const [kind, field] of [
  ['company', 'companyId'],
  ['project', 'projectId'],
] as const) {
  registerMergeListener(kind, async (fromId, intoId) => {
    const [from, into] = [new mongoose.Types.ObjectId(fromId), new mongoose.Types.ObjectId(intoId)];
    await Inspections.updateMany({ [field]: from }, { $set: { [field]: into }, $inc: { version: 1 } });
    await repointFindings(field, fromId, intoId);
  });
}
