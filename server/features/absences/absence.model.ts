import mongoose from 'mongoose';
import type { StandInRole } from '../../core/contract/office-work.ts';
import { STAND_IN_ROLES } from '../../core/contract/office-work.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';

/** Days away as they lie in the store: who, as what, and who stands in; never why. */
export interface AbsenceRecord {
  _id: mongoose.Types.ObjectId;
  version: number;
  userId: string;
  userName: string;
  role: StandInRole;
  officeCode: string;
  from: PlainDate;
  until: PlainDate;
  substituteId: string;
  substituteName: string;
  notedById: string;
  notedByName: string;
  endedOn?: PlainDate;
}

const text = { type: String, required: true } as const;
const schema = new mongoose.Schema<AbsenceRecord>(
  {
    version: { type: Number, required: true },
    userId: text,
    userName: text,
    role: { ...text, enum: STAND_IN_ROLES },
    officeCode: text,
    from: text,
    until: text,
    substituteId: text,
    substituteName: text,
    notedById: text,
    notedByName: text,
    endedOn: String,
  },
  { collection: 'absences', strict: 'throw', versionKey: false },
);
schema.index({ until: 1, _id: 1 });
schema.index({ officeCode: 1, until: 1, _id: 1 });
const Absences = mongoose.model('absences', schema);

/** Those of the whole region that run on this day or are to come (index until). */
export async function findAbsencesFrom(day: PlainDate): Promise<AbsenceRecord[]> {
  const found = await Absences.find({ until: { $gte: day } })
    .sort({ until: 1, _id: 1 })
    .lean<AbsenceRecord[]>();
  return found.filter(({ endedOn }) => endedOn === undefined);
}

/** The same of one office (index officeCode+until). */
export async function findAbsencesOfOffice(officeCode: string, day: PlainDate): Promise<AbsenceRecord[]> {
  const found = await Absences.find({ officeCode, until: { $gte: day } })
    .sort({ until: 1, _id: 1 })
    .lean<AbsenceRecord[]>();
  return found.filter(({ endedOn }) => endedOn === undefined);
}

export const findAbsence = (id: string): Promise<AbsenceRecord | null> =>
  Absences.findById(id).lean<AbsenceRecord>();

export async function insertAbsence(absence: Omit<AbsenceRecord, '_id' | 'version'>): Promise<AbsenceRecord> {
  const record = { _id: new mongoose.Types.ObjectId(), version: 1, ...absence };
  await Absences.create([record]);
  return record;
}

/** One conditional write on id and version; null when somebody was faster. */
export const endRecord = (
  { _id, version }: Pick<AbsenceRecord, '_id' | 'version'>,
  endedOn: PlainDate,
): Promise<AbsenceRecord | null> =>
  Absences.findOneAndUpdate(
    { _id, version, endedOn: { $exists: false } },
    { $set: { endedOn }, $inc: { version: 1 } },
    { returnDocument: 'after' },
  ).lean<AbsenceRecord>();
