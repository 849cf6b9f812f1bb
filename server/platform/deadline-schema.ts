import mongoose from 'mongoose';
import { isPlainDate } from '../core/kit/plain-date.ts';
import type { Deadline, Standstill } from '../core/law/deadline.ts';
import { PERIODS } from '../core/law/periods.ts';

const day = { type: String, validate: isPlainDate } as const;

const standstill = new mongoose.Schema<Standstill>(
  { from: { ...day, required: true }, until: day },
  { _id: false, strict: 'throw', versionKey: false },
);

/** A period that runs for a record, inside that record: `deadlines: { type: [deadlineSchema], default: [] }`. */
export const deadlineSchema = new mongoose.Schema<Deadline>(
  {
    period: { type: String, required: true, enum: Object.keys(PERIODS) },
    startedOn: { ...day, required: true },
    dueOn: { ...day, required: true },
    extendedTo: day,
    extensions: Number,
    workingDays: Number,
    // Absent where the period never stood still: a lean record then equals what core/law handed in.
    standstills: { type: [standstill], default: undefined },
    metOn: day,
    provisional: Boolean,
  },
  { _id: false, strict: 'throw', versionKey: false },
);
