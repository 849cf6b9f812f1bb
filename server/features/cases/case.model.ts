import mongoose from 'mongoose';
import { CASE_STATES, CLOSURE_CODES } from '../../core/contract/cases.ts';
import { countedLater } from '../../platform/counted-later.ts';
import { deadlineSchema } from '../../platform/deadline-schema.ts';
import { searchPaths } from '../../platform/search/index.ts';
import { proceedingSchema, stepSchema } from './proceedings/proceeding-schema.ts';
import type { CaseHistory, CaseOrder, CaseRecord, RecusalRecord, StaffRef } from './case.record.ts';

const { Mixed } = mongoose.Schema.Types;
const shape = { _id: false, strict: 'throw', versionKey: false } as const;
const staff = new mongoose.Schema<StaffRef>(
  { id: { type: String, required: true }, name: { type: String, required: true } },
  { ...shape, id: false },
);
const party = new mongoose.Schema({ companyId: String, name: { type: String, required: true } }, shape);
const asked = {
  askedOn: String,
  askedBy: String,
  decidedOn: String,
  outcome: String,
  words: String,
} as const;
const history = new mongoose.Schema<CaseHistory>(
  {
    action: { type: String, required: true },
    from: String,
    to: String,
    at: { type: Date, required: true },
    on: { type: String, required: true },
    by: new mongoose.Schema({ kind: String, id: String, name: String }, { ...shape, id: false }),
    reason: String,
    cite: String,
    facts: Mixed,
    fileIds: { type: [String], default: undefined },
    proceeding: stepSchema,
  },
  shape,
);
const order = new mongoose.Schema<CaseOrder>(
  {
    servedOn: String,
    rectifyBy: String,
    mode: String,
    demands: String,
    fileIds: [String],
    companyId: String,
  },
  shape,
);
const recusal = new mongoose.Schema<RecusalRecord>(
  { ...asked, against: staff, side: String, ground: String, before: String, replacedBy: staff },
  shape,
);
const whole = { type: Number, required: true, validate: Number.isSafeInteger } as const;

const schema = new mongoose.Schema<CaseRecord>(
  {
    version: { type: Number, required: true },
    caseNumber: { type: String, required: true },
    title: { type: String, required: true },
    state: { type: String, enum: CASE_STATES, required: true },
    open: { type: Boolean, required: true },
    areaCode: { type: String, required: true },
    officeCode: { type: String, required: true },
    filedOn: { type: String, required: true },
    filedAt: { type: Date, required: true },
    respondent: { type: party, required: true },
    primaryPayer: party,
    firstPayer: party,
    recourseAgainst: party,
    liabilityRule: String,
    projectId: String,
    projectName: String,
    complaintIds: { type: [String], required: true },
    leadInspector: { type: staff, required: true },
    coInspector: { type: staff, required: true },
    inspectorIds: { type: [String], required: true },
    companyIds: { type: [String], required: true },
    servedCompanyIds: { type: [String], default: [] },
    headcount: whole,
    owedFen: whole,
    seenFen: whole,
    sheet: new mongoose.Schema(
      {
        ...{ people: whole, paidPeople: whole, owedFen: whole, seenFen: whole },
        ...{ leftPeople: Number, nothingOwedPeople: Number },
      },
      shape,
    ),
    deadlines: { type: [deadlineSchema], default: [] },
    nextDueOn: { type: String, required: true },
    pending: { type: String, enum: ['extension', 'closure', 'recusal'] },
    extension: new mongoose.Schema({ ...asked, reason: String }, shape),
    suspension: new mongoose.Schema(
      { ground: String, reason: String, from: String, clockStops: Boolean },
      shape,
    ),
    orders: { type: [order], default: [] },
    proceedings: { type: [proceedingSchema], default: [] },
    closure: new mongoose.Schema({ ...asked, code: String, statement: String }, shape),
    recusals: { type: [recusal], default: undefined },
    closureCode: { type: String, enum: CLOSURE_CODES },
    closedOn: String,
    archive: new mongoose.Schema({ id: String, fileNumber: String, on: String }, { ...shape, id: false }),
    fileIds: { type: [String], default: [] },
    history: { type: [history], default: [], select: false },
    ...searchPaths,
  },
  { collection: 'inspectionCases', strict: 'throw', versionKey: false },
);
countedLater(schema);
schema.index({ caseNumber: 1 }, { unique: true });
for (const order of ['nextDueOn', 'filedAt', 'owedFen', 'headcount', 'filedOn', 'closedOn']) {
  schema.index({ officeCode: 1, [order]: 1, _id: 1 });
}
schema.index({ areaCode: 1, nextDueOn: 1, _id: 1 });
schema.index({ open: 1, nextDueOn: 1, _id: 1 });
schema.index({ nextDueOn: 1, _id: 1 });
schema.index({ grams: 1 });
schema.index({ complaintIds: 1 });
schema.index({ inspectorIds: 1, nextDueOn: 1 });
schema.index({ companyIds: 1, nextDueOn: 1 });
schema.index({ servedCompanyIds: 1 });
schema.index(
  { officeCode: 1, 'closure.askedOn': 1 },
  { partialFilterExpression: { 'closure.askedOn': { $exists: true } } },
);
schema.index({ projectId: 1, nextDueOn: 1 }, { sparse: true });

/** Cases, for this feature's queries and the period report's figures. */
export const Cases = mongoose.model('inspectionCases', schema);
