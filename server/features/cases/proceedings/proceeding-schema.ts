import mongoose from 'mongoose';
import { PROCEEDING_KINDS } from '../../../core/contract/proceedings.ts';
import { deadlineSchema } from '../../../platform/deadline-schema.ts';
import type { ProceedingRecord, ProceedingStep } from './proceeding.record.ts';

const { Mixed } = mongoose.Schema.Types;
const shape = { _id: false, id: false, strict: 'throw', versionKey: false, minimize: false } as const;
const named = {
  id: { type: String, required: true },
  kind: { type: String, enum: PROCEEDING_KINDS, required: true },
  number: { type: Number, required: true },
} as const;

/** Inside the record of the case, so that one write moves everything together. */
export const proceedingSchema = new mongoose.Schema<ProceedingRecord>(
  {
    ...named,
    addressee: new mongoose.Schema({ companyId: String, name: { type: String, required: true } }, shape),
    state: { type: String, required: true },
    openedOn: { type: String, required: true },
    closedOn: String,
    lastOn: { type: String, required: true },
    lastBy: String,
    facts: { type: Mixed, default: {} },
    deadlines: { type: [deadlineSchema], default: [] },
  },
  shape,
);

export const stepSchema = new mongoose.Schema<ProceedingStep>(
  { ...named, action: { type: String, required: true }, given: { type: Mixed, default: {} } },
  shape,
);
