import mongoose from 'mongoose';
import { TASK_MATTERS } from '../../../core/contract/coordination.ts';
import type { AgendaItem, MeetingDecision } from '../../../core/contract/joint-meetings.ts';
import { AGENDA_KINDS } from '../../../core/contract/joint-meetings.ts';
import type { PlainDate } from '../../../core/kit/plain-date.ts';
import type { LifeRecord } from '../../../platform/lives/index.ts';
import { lifeFields } from '../../../platform/lives/index.ts';

export interface MeetingRecord extends LifeRecord {
  title: string;
  departmentCodes: string[];
  agenda: AgendaItem[];
  decisions: MeetingDecision[];
  /** As in the facts, where the list can be sorted by it. */
  plannedOn?: PlainDate;
}

const shape = { _id: false, id: false, strict: 'throw', versionKey: false } as const;
const text = { type: String, required: true } as const;
const item = new mongoose.Schema<AgendaItem>(
  { kind: { ...text, enum: [...AGENDA_KINDS, 'own'] }, recordId: String, text, since: String },
  shape,
);
const decision = new mongoose.Schema<MeetingDecision>(
  {
    ...{ text, departmentCode: text, dueOn: text },
    number: { type: Number, required: true },
    matter: { ...text, enum: TASK_MATTERS },
  },
  shape,
);
const schema = new mongoose.Schema(
  {
    ...lifeFields,
    ...{ title: text, plannedOn: text },
    departmentCodes: { type: [String], required: true },
    agenda: { type: [item], default: [] },
    decisions: { type: [decision], default: [] },
  },
  { strict: 'throw', versionKey: false, minimize: false },
);
schema.index({ areaCode: 1, plannedOn: 1 });
schema.index({ departmentCodes: 1, plannedOn: 1 });
schema.index({ plannedOn: 1, _id: 1 });
schema.index({ openedOn: 1, _id: 1 });
export const JointMeetings = mongoose.model('jointMeetings', schema, 'jointMeetings');

export const findMeeting = (filter: Record<string, unknown>): Promise<MeetingRecord | null> =>
  JointMeetings.findOne(filter).lean<MeetingRecord>().exec();

/** Adds a decision to a meeting that was held if nobody was faster; null otherwise. */
export const addDecision = (
  { _id, version }: Pick<MeetingRecord, '_id' | 'version'>,
  decided: MeetingDecision,
): Promise<MeetingRecord | null> =>
  JointMeetings.findOneAndUpdate(
    { _id, version, state: 'held' },
    { $push: { decisions: decided }, $inc: { version: 1 } },
    { returnDocument: 'after', runValidators: true },
  )
    .lean<MeetingRecord>()
    .exec();
