import mongoose from 'mongoose';
import type {
  ChecklistLine,
  InspectionKind,
  SitePlace,
  WriteInspection,
} from '../../core/contract/inspections.ts';
import { CHECKLIST_ANSWERS, INSPECTION_KINDS } from '../../core/contract/inspections.ts';
import { CHECKLIST_ITEMS } from '../../core/contract/safeguards.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import { countedLater } from '../../platform/counted-later.ts';

export interface InspectionRecord extends Omit<WriteInspection, 'companyId' | 'projectId'> {
  _id: mongoose.Types.ObjectId;
  companyId?: mongoose.Types.ObjectId;
  projectId?: mongoose.Types.ObjectId;
  /** As it was called on the day. */
  projectName?: string;
  /** Only of a visit with the seven items. */
  checklist?: ChecklistLine[];
  place?: SitePlace;
  companions?: string;
  fileIds?: string[];
  createdAt: Date;
  version: number;
}

const plain = { _id: false, strict: 'throw', versionKey: false } as const;
const line = new mongoose.Schema<ChecklistLine>(
  {
    item: { type: String, enum: CHECKLIST_ITEMS, required: true },
    answer: { type: String, enum: CHECKLIST_ANSWERS, required: true },
    ...{ note: String, rectifyBy: String },
    fileIds: { type: [String], required: true },
  },
  plain,
);
const place = new mongoose.Schema<SitePlace>({ text: String, latitude: Number, longitude: Number }, plain);

const schema = new mongoose.Schema<InspectionRecord>(
  {
    areaCode: { type: String, required: true },
    on: { type: String, required: true },
    kind: { type: String, enum: INSPECTION_KINDS, required: true },
    companyId: mongoose.Schema.Types.ObjectId,
    companyName: { type: String, required: true },
    projectId: mongoose.Schema.Types.ObjectId,
    projectName: String,
    inspectors: { type: String, required: true },
    findings: { type: String, required: true },
    result: { type: String, enum: ['CLEAN', 'TO_RECTIFY'], required: true },
    checklist: { type: [line], default: undefined },
    place,
    companions: String,
    fileIds: { type: [String], default: undefined },
    createdAt: { type: Date, required: true },
    version: { type: Number, required: true },
  },
  { strict: 'throw', versionKey: false },
);
schema.plugin(countedLater);
schema.index({ on: 1, _id: 1 });
schema.index({ areaCode: 1, on: 1 });
schema.index({ companyId: 1, on: 1 }, { sparse: true });
schema.index({ projectId: 1, on: 1 }, { sparse: true });
export const Inspections = mongoose.model('inspections', schema, 'inspections');

export interface InspectionContent {
  areaCode: string;
  on: PlainDate;
  kind: InspectionKind;
  companyId: string | undefined;
  companyName: string;
  projectId: string | undefined;
  projectName: string | undefined;
  inspectors: string;
  findings: string;
  result: WriteInspection['result'];
}

/** What a visit with the seven items holds beside the log; a correction of the log leaves it as it is. */
export type SiteContent = Pick<InspectionRecord, 'checklist' | 'place' | 'companions' | 'fileIds'>;

/** Splits what is there from what is to be taken off the record. */
function written(content: InspectionContent): { set: Record<string, unknown>; unset: Record<string, 1> } {
  const set: Record<string, unknown> = {};
  const unset: Record<string, 1> = {};
  for (const [key, value] of Object.entries(content)) {
    if (value === undefined) unset[key] = 1;
    else set[key] = value;
  }
  return { set, unset };
}

export async function insertInspection(
  content: InspectionContent,
  createdAt: Date,
  site: SiteContent = {},
): Promise<InspectionRecord> {
  const [made] = await Inspections.create([{ ...written(content).set, ...site, createdAt, version: 1 }]);
  return made?.toObject() as InspectionRecord; // what the schema has just written
}

export async function findInspection(
  id: string,
  limits: Record<string, unknown>,
): Promise<InspectionRecord | null> {
  return Inspections.findOne({ _id: id, ...limits }).lean<InspectionRecord>();
}

/** One conditional write: null when the record changed since `version` was read. */
export async function replaceInspection(
  id: string,
  version: number,
  content: InspectionContent,
): Promise<InspectionRecord | null> {
  const { set, unset } = written(content);
  return Inspections.findOneAndUpdate(
    { _id: id, version },
    { $set: set, ...(Object.keys(unset).length === 0 ? {} : { $unset: unset }), $inc: { version: 1 } },
    { returnDocument: 'after' },
  ).lean<InspectionRecord>();
}
