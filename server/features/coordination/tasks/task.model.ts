import mongoose from 'mongoose';
import type { AboutRef, TaskKind, TaskMatter } from '../../../core/contract/coordination.ts';
import { TASK_KINDS, TASK_MATTERS } from '../../../core/contract/coordination.ts';
import type { PlainDate } from '../../../core/kit/plain-date.ts';
import type { LifeRecord } from '../../../platform/lives/index.ts';
import { lifeFields } from '../../../platform/lives/index.ts';
import { aboutSchema, sentBySchema } from '../about.ts';
import type { SentBy } from '../coordination-reach.ts';

export interface TaskRecord extends LifeRecord {
  kind: TaskKind;
  departmentCode: string;
  matter: TaskMatter;
  title: string;
  about?: AboutRef;
  sentBy: SentBy;
  /** Which decision of which meeting it carries out: each becomes a task once. */
  decision?: string;
  /** The last answer, and whether it came after the day that held. */
  answeredOn?: PlainDate;
  answeredLate?: boolean;
  returned?: number;
  sentBack?: number;
}

const schema = new mongoose.Schema(
  {
    ...lifeFields,
    kind: { type: String, enum: TASK_KINDS, required: true },
    departmentCode: { type: String, required: true },
    matter: { type: String, enum: TASK_MATTERS, required: true },
    title: { type: String, required: true },
    about: aboutSchema,
    sentBy: { type: sentBySchema, required: true },
    decision: String,
    answeredOn: String,
    answeredLate: Boolean,
    returned: Number,
    sentBack: Number,
  },
  { strict: 'throw', versionKey: false, minimize: false },
);
schema.index({ areaCode: 1, nextDueOn: 1 });
schema.index({ departmentCode: 1, nextDueOn: 1 });
schema.index({ nextDueOn: 1, _id: 1 });
schema.index({ openedOn: 1, _id: 1 });
schema.index({ decision: 1 }, { unique: true, sparse: true });
schema.index({ 'about.id': 1, nextDueOn: 1 });
export const DepartmentTasks = mongoose.model('departmentTasks', schema, 'departmentTasks');

export const findTask = (filter: Record<string, unknown>): Promise<TaskRecord | null> =>
  DepartmentTasks.findOne(filter).lean<TaskRecord>().exec();

/** What is counted of the tasks sent in these days, oldest first. */
export const findCounted = (filter: Record<string, unknown>): Promise<TaskRecord[]> =>
  DepartmentTasks.find(filter, {
    ...{ departmentCode: 1, state: 1, nextDueOn: 1, answeredOn: 1 },
    ...{ answeredLate: 1, returned: 1, sentBack: 1 },
  })
    .sort({ openedOn: 1, _id: 1 })
    .lean<TaskRecord[]>()
    .exec();

/** What became of decisions: the tasks that carry them out (index decision). */
export const findTasksOfDecisions = (keys: readonly string[]): Promise<TaskRecord[]> =>
  DepartmentTasks.find(
    { decision: { $in: [...keys] } },
    { decision: 1, state: 1, areaCode: 1, departmentCode: 1 },
  )
    .lean<TaskRecord[]>()
    .exec();
