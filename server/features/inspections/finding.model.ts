import mongoose from 'mongoose';
import type { ChecklistItemId } from '../../core/contract/safeguards.ts';
import { CHECKLIST_ITEMS } from '../../core/contract/safeguards.ts';
import type { LifeRecord } from '../../platform/lives/index.ts';
import { lifeFields } from '../../platform/lives/index.ts';

/** One item of an inspection that has to be put right. */
export interface FindingRecord extends LifeRecord {
  inspectionId: string;
  item: ChecklistItemId;
  companyId?: string;
  companyName: string;
  /** Who answers for it and reads it: the inspected company, and the general contractor of the site. */
  companyIds: string[];
  projectId?: string;
  projectName?: string;
  complaintId?: string;
}

const schema = new mongoose.Schema(
  {
    ...lifeFields,
    inspectionId: { type: String, required: true },
    item: { type: String, enum: CHECKLIST_ITEMS, required: true },
    companyName: { type: String, required: true },
    companyIds: { type: [String], required: true },
    ...{ companyId: String, projectId: String, projectName: String, complaintId: String },
  },
  { strict: 'throw', versionKey: false, minimize: false },
);
schema.index({ nextDueOn: 1, _id: 1 });
schema.index({ openedOn: 1, _id: 1 });
schema.index({ areaCode: 1, nextDueOn: 1 });
schema.index({ companyId: 1, nextDueOn: 1 }, { sparse: true });
schema.index({ companyIds: 1, nextDueOn: 1 });
schema.index({ projectId: 1, nextDueOn: 1 }, { sparse: true });
schema.index({ inspectionId: 1 });
export const Findings = mongoose.model('findings', schema, 'findings');

export async function repointFindings(
  field: 'companyId' | 'projectId',
  fromId: string,
  intoId: string,
): Promise<void> {
  await Findings.updateMany({ [field]: fromId }, { $set: { [field]: intoId }, $inc: { version: 1 } });
  if (field === 'projectId') return;
  for (const { _id, companyIds } of await Findings.find({ companyIds: fromId }, { companyIds: 1 }).lean()) {
    const now = [...new Set(companyIds.map((id) => (id === fromId ? intoId : id)))];
    await Findings.updateOne({ _id }, { $set: { companyIds: now } });
  }
}
