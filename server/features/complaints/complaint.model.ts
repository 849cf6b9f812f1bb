import mongoose from 'mongoose';
import {
  COMPLAINT_STATES,
  INTAKE_KINDS,
  LEAD_CHANNELS,
  REFUSAL_GROUNDS,
} from '../../core/contract/complaints.ts';
import { isPlainDate } from '../../core/kit/plain-date.ts';
import { countedLater } from '../../platform/counted-later.ts';
import { encryptedFields } from '../../platform/crypto/index.ts';
import type { Sealed } from '../../platform/crypto/index.ts';
import { deadlineSchema } from '../../platform/deadline-schema.ts';
import { searchPaths } from '../../platform/search/index.ts';

const must = { required: true } as const;
const day = { type: String, validate: isPlainDate } as const;
const whole = { type: Number, validate: Number.isSafeInteger, min: 0 } as const;
const inside = { _id: false, strict: 'throw', versionKey: false } as const;
const part = (paths: mongoose.SchemaDefinition) => new mongoose.Schema(paths, inside);

const historyEntry = part({
  action: { type: String, ...must },
  from: { type: String, enum: COMPLAINT_STATES },
  to: { type: String, enum: COMPLAINT_STATES },
  at: { type: Date, ...must },
  on: { ...day, ...must },
  by: part({ kind: { type: String, ...must }, userId: String, name: String }),
  reason: String,
  cite: String,
  facts: mongoose.Schema.Types.Mixed,
  fileIds: { type: [String], default: undefined },
});

const schema = new mongoose.Schema(
  {
    version: { ...whole, ...must },
    receiptNumber: { type: String, ...must },
    intakeKind: { type: String, enum: INTAKE_KINDS, ...must },
    channel: { type: String, enum: LEAD_CHANNELS, ...must },
    externalNumber: String,
    payLineId: String,
    alertId: String,
    state: { type: String, enum: COMPLAINT_STATES, ...must },
    open: { type: Boolean, ...must },
    areaCode: { type: String, ...must },
    officeCode: { type: String, match: /^\d{6}$/, ...must },
    receivedOn: { ...day, ...must },
    receivedAt: { type: Date, ...must },
    anonymous: { type: Boolean, ...must },
    trackingMark: String,
    registeredBy: String,
    projectId: String,
    projectCode: String,
    projectName: String,
    employerId: String,
    employerName: String,
    employerKey: String,
    site: String,
    headcount: { ...whole, ...must, min: 1 },
    isGroup: { type: Boolean, ...must },
    joinedMembers: whole,
    payMonths: { type: [String], ...must },
    owedFen: { ...whole, ...must },
    story: { type: String, ...must },
    fileIds: { type: [String], ...must },
    deadlines: { type: [deadlineSchema], ...must },
    nextDueOn: { ...day, ...must },
    toOffice: String,
    toDepartment: String,
    pending: { type: String, enum: ['refusal', 'withdrawal'] },
    supplement: part({
      question: String,
      askedOn: day,
      toldHow: String,
      untold: Boolean,
      answer: String,
      answeredOn: day,
    }),
    refusal: part({
      ground: { type: String, enum: REFUSAL_GROUNDS },
      reason: String,
      whereInstead: String,
      proposedOn: day,
      decidedOn: day,
    }),
    transfer: part({
      toAreaCode: String,
      toDepartment: String,
      reason: String,
      offeredOn: day,
      returnedReason: String,
    }),
    withdrawal: part({
      reason: String,
      askedOn: day,
      confirmableOn: day,
      outcome: { type: String, enum: ['confirmed', 'doubted'] },
      note: String,
    }),
    rating: part({ stars: { ...whole, min: 1, max: 5 }, words: String, on: day }),
    mergedIntoId: String,
    caseId: String,
    caseNumber: String,
    ownerId: String,
    ownerName: String,
    unread: { type: Boolean, ...must },
    acceptedOn: day,
    refusedOn: day,
    transferredOn: day,
    mergedOn: day,
    withdrawnOn: day,
    answeredOn: day,
    decidedOn: day,
    history: { type: [historyEntry], ...must },
    ...searchPaths,
  },
  { collection: 'complaints', strict: 'throw', versionKey: false },
);

/** Who complained, who reported and the people of a group: nothing of them is stored open. */
export const complaintSecrets = encryptedFields(schema, {
  complainantName: { kind: 'name', blindIndex: 'compared' },
  reporterName: { kind: 'name' },
  phone: { kind: 'phone', blindIndex: true },
  citizenId: { kind: 'citizenId', blindIndex: true },
  contact: { kind: 'text' },
  people: { kind: 'text' },
});

/** The record with one sealed field alone, so that nothing else is opened beside it. */
export const only = <Name extends keyof typeof complaintSecrets.fields>(
  complaint: { _id: unknown } & { [N in Name]?: Sealed | undefined },
  field: Name,
): { _id: unknown } => ({ _id: complaint._id, [field]: complaint[field] });

countedLater(schema);
const having = (field: string) => ({ partialFilterExpression: { [field]: { $exists: true } } });

schema.index({ receiptNumber: 1 }, { unique: true });
schema.index({ channel: 1, externalNumber: 1 }, { unique: true, ...having('externalNumber') });
// One payroll line opens one lead, however often and from wherever it is answered.
schema.index({ payLineId: 1 }, { unique: true, ...having('payLineId') });
// The queue of an office: equal on the first names, then in the order of the page.
schema.index({ officeCode: 1, open: 1, nextDueOn: 1, _id: 1 });
schema.index({ officeCode: 1, state: 1, nextDueOn: 1, _id: 1 });
schema.index({ officeCode: 1, nextDueOn: 1, _id: 1 });
schema.index({ officeCode: 1, receivedAt: 1, _id: 1 });
schema.index({ officeCode: 1, owedFen: 1, _id: 1 });
schema.index({ officeCode: 1, headcount: 1, _id: 1 });
// Those above see several offices; most of what there is is theirs.
schema.index({ open: 1, nextDueOn: 1, _id: 1 });
// The figures of a period.
schema.index({ officeCode: 1, receivedOn: 1 });
schema.index({ officeCode: 1, 'withdrawal.askedOn': 1 }, having('withdrawal.askedOn'));
for (const decided of ['decidedOn', 'acceptedOn', 'refusedOn', 'transferredOn', 'withdrawnOn', 'answeredOn'])
  schema.index({ officeCode: 1, [decided]: 1 }, having(decided));
// What is offered, what a grid officer registered, what belongs together.
schema.index({ toOffice: 1, nextDueOn: 1, _id: 1 }, having('toOffice'));
schema.index({ toDepartment: 1, officeCode: 1, nextDueOn: 1, _id: 1 }, having('toDepartment'));
schema.index({ registeredBy: 1, nextDueOn: 1, _id: 1 }, having('registeredBy'));
schema.index({ caseId: 1 }, having('caseId'));
schema.index({ projectId: 1 }, having('projectId'));
schema.index({ employerId: 1 }, having('employerId'));
schema.index({ employerKey: 1 }, having('employerKey'));
schema.index({ ownerId: 1 }, having('ownerId'));
// Questions nobody has answered yet.
schema.index({ state: 1, _id: 1 }, { partialFilterExpression: { state: 'supplementing' } });
schema.index({ pending: 1, officeCode: 1 }, having('pending'));
// Two, because a reader of several offices asks for a range of them.
schema.index({ officeCode: 1, grams: 1 });
schema.index({ grams: 1 });

export const Complaints = mongoose.model('complaints', schema);
