import mongoose from 'mongoose';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import type { Deadline } from '../../core/law/deadline.ts';
import type { FieldValue } from '../../core/lives/field.ts';
import { deadlineSchema } from '../deadline-schema.ts';

const { Mixed } = mongoose.Schema.Types;

/** One step as the record keeps it; the chain of events holds the same without what people wrote. */
export interface LifeHistory {
  action: string;
  from?: string;
  to: string;
  at: Date;
  on: PlainDate;
  by: { kind: 'staff' | 'system'; id?: string; name?: string };
  given: Record<string, FieldValue>;
}

/** What every record that lives by a table has; a feature adds its own fields. */
export interface LifeRecord {
  _id: mongoose.Types.ObjectId;
  version: number;
  areaCode: string;
  state: string;
  isOpen: boolean;
  openedOn: PlainDate;
  closedOn?: PlainDate;
  /** On which day its last step happened: the next one cannot have happened before. */
  lastOn: PlainDate;
  /** Who made the last step: what waits for an approval is not approved by the same person. */
  lastBy?: string;
  /** The last day that comes first of what the office has to keep; far away where nothing runs. */
  nextDueOn: PlainDate;
  facts: Record<string, FieldValue>;
  deadlines: Deadline[];
  history: LifeHistory[];
  createdAt: Date;
}

const shape = { _id: false, id: false, strict: 'throw', versionKey: false, minimize: false } as const;
const text = { type: String, required: true } as const;

const history = new mongoose.Schema<LifeHistory>(
  {
    ...{ action: text, from: String, to: text, at: { type: Date, required: true }, on: text },
    by: new mongoose.Schema({ kind: text, id: String, name: String }, shape),
    given: { type: Mixed, default: {} },
  },
  shape,
);

/** `new mongoose.Schema({ ...lifeFields, … }, { strict: 'throw', versionKey: false, minimize: false })` */
export const lifeFields = {
  ...{ areaCode: text, state: text, openedOn: text, closedOn: String, lastOn: text, lastBy: String },
  ...{ nextDueOn: text, isOpen: { type: Boolean, required: true } },
  facts: { type: Mixed, default: {} },
  deadlines: { type: [deadlineSchema], default: [] },
  history: { type: [history], default: [] },
  createdAt: { type: Date, required: true },
  version: { type: Number, required: true },
} as const;
