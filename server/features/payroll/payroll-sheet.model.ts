import mongoose from 'mongoose';
import type { PayrollState } from '../../core/contract/payroll.ts';
import { PAYROLL_STATES } from '../../core/contract/payroll.ts';
import type { SheetProblem } from '../../core/contract/sheet-checks.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import { PROBLEM_LEVELS } from '../../core/contract/sheet-checks.ts';
import { retryWhenTaken } from '../../platform/audit/index.ts';
import { touchProject, touchProjects } from '../../platform/touched-projects.ts';
import type { PayrollHistory, PayrollSheetRecord } from './payroll.record.ts';

const { Mixed } = mongoose.Schema.Types;
const shape = { _id: false, strict: 'throw', versionKey: false } as const;
const whole = { type: Number, required: true, validate: Number.isSafeInteger } as const;
const count = { ...whole, min: 0 } as const;
const text = { type: String, required: true } as const;

const history = new mongoose.Schema<PayrollHistory>(
  {
    action: text,
    from: String,
    to: String,
    at: { type: Date, required: true },
    on: text,
    by: new mongoose.Schema({ kind: text, id: String, name: String }, { ...shape, id: false }),
    reason: String,
    cite: String,
    facts: Mixed,
  },
  shape,
);
const notice = new mongoose.Schema<SheetProblem>(
  {
    row: whole,
    column: String,
    rule: text,
    level: { type: String, enum: PROBLEM_LEVELS },
    zh: text,
    en: text,
  },
  shape,
);
const returned = new mongoose.Schema(
  { reason: text, lines: [new mongoose.Schema({ lineId: text, row: Number, reason: text }, shape)] },
  shape,
);

const schema = new mongoose.Schema(
  {
    version: { type: Number, required: true },
    projectId: text,
    projectName: text,
    areaCode: text,
    employerId: text,
    employerName: text,
    teamId: text,
    teamName: text,
    payMonth: text,
    revision: { ...count, min: 1 },
    state: { type: String, enum: PAYROLL_STATES, required: true },
    standing: { type: Boolean, required: true },
    payOn: String,
    payOnProvisional: Boolean,
    source: { type: String, enum: ['workbook', 'typed'], required: true },
    contentHash: text,
    people: count,
    grossFen: whole,
    deductionsFen: whole,
    netFen: whole,
    creditedFen: count,
    sent: count,
    credited: count,
    bounced: count,
    answers: new mongoose.Schema(
      { right: count, less: count, nothing: count, notMe: count, unanswered: count },
      shape,
    ),
    notices: { type: [notice], default: [] },
    noticeCount: count,
    noticeRules: { type: [new mongoose.Schema({ rule: text, count }, shape)], default: [] },
    money: {
      type: new mongoose.Schema(
        { shortFen: count, sentFen: whole, otherAmounts: count, creditedOn: String },
        shape,
      ),
      required: true,
    },
    answeredOn: String,
    deniedOn: String,
    cardQuestions: {
      type: new mongoose.Schema({ asked: count, yes: count, no: count }, shape),
      required: true,
    },
    returned,
    supersededById: String,
    supersedesId: String,
    filedAt: { type: Date, required: true },
    filedOn: text,
    filedBy: new mongoose.Schema({ id: String, name: text }, { ...shape, id: false }),
    approvedAt: Date,
    slipsDeliveredAt: Date,
    history: { type: [history], default: [], select: false },
  },
  { collection: 'payrollSheets', strict: 'throw', versionKey: false },
);
schema.index({ teamId: 1, payMonth: 1, revision: 1 }, { unique: true });
// Of one team's month one revision counts: two filed at the same moment meet here.
schema.index({ teamId: 1, payMonth: 1 }, { unique: true, partialFilterExpression: { standing: true } });
for (const order of ['filedAt', 'payMonth', 'payOn']) {
  schema.index({ areaCode: 1, [order]: 1, _id: 1 });
  schema.index({ projectId: 1, [order]: 1, _id: 1 });
  schema.index({ employerId: 1, [order]: 1, _id: 1 });
}
// Unpaid past their pay day, of a whole county.
schema.index({ payOn: 1 }, { partialFilterExpression: { standing: true, 'money.shortFen': { $gt: 0 } } });
schema.index({ filedAt: 1, _id: 1 });
schema.index({ payOn: 1, _id: 1 });

export const PayrollSheets = mongoose.model('payrollSheets', schema);

/** Lean documents are what the schema wrote, so they are PayrollSheetRecords. */
const asSheet = (doc: unknown): PayrollSheetRecord | null => doc as PayrollSheetRecord | null;
const asSheets = (docs: unknown): PayrollSheetRecord[] => docs as PayrollSheetRecord[];

/** Two who file the same team's month at once: the loser runs again and meets the winner's revision. */
export async function insertSheet(record: PayrollSheetRecord): Promise<void> {
  await PayrollSheets.create([record]).catch(retryWhenTaken);
  await touchProject(record.projectId);
}

/** Whole sheets at once, for seeds and benches: the schema does not look at them. */
export async function insertSheets(records: readonly PayrollSheetRecord[]): Promise<void> {
  await PayrollSheets.insertMany([...records], { lean: true }).catch(retryWhenTaken);
  await touchProjects(records.map(({ projectId }) => projectId));
}

/** The sheet with its history, when it lies within these limits. */
export async function findSheetWithin(
  id: string,
  limits: Record<string, unknown>,
): Promise<PayrollSheetRecord | null> {
  const found = PayrollSheets.findOne({ $and: [{ _id: id }, limits] }).select('+history');
  return asSheet(await found.lean());
}

export const findSheet = (id: string): Promise<PayrollSheetRecord | null> => findSheetWithin(id, {});

/** Sheets by id, for lists that mention them; the caller has checked what his reader may see. */
export async function findSheets(ids: readonly string[]): Promise<PayrollSheetRecord[]> {
  if (ids.length === 0) return [];
  return asSheets(await PayrollSheets.find({ _id: { $in: [...new Set(ids)] } }).lean());
}

/** Sheets of a project whose pay file is out and not yet answered in full (index projectId+payMonth). */
export async function findSheetsBeingPaid(projectId: string): Promise<PayrollSheetRecord[]> {
  const states = { $in: ['payFileIssued' as const, 'partPaid' as const] };
  return asSheets(await PayrollSheets.find({ projectId, standing: true, state: states }).lean());
}

/** States in which wages of the sheet are still to be paid; its pay day follows contract and calendar. */
export const UNPAID_STATES: PayrollState[] = ['signing', 'returned', 'approved', 'payFileIssued', 'partPaid'];

/** Sheets of a project that count and are not paid yet (index projectId+payMonth). */
export async function findUnpaidSheets(projectId: string): Promise<PayrollSheetRecord[]> {
  const unpaid = { projectId, standing: true, state: { $in: UNPAID_STATES } };
  return asSheets(await PayrollSheets.find(unpaid).lean());
}

/** The revision of a team's month that counts (index teamId+payMonth). */
export async function findStandingSheet(
  teamId: string,
  payMonth: string,
): Promise<PayrollSheetRecord | null> {
  return asSheet(await PayrollSheets.findOne({ teamId, payMonth, standing: true }).lean());
}

/** Sheets of a project that count, oldest month first (index projectId+payMonth). */
export async function findSheetsOfProject(
  projectId: string,
  from: string,
  to: string,
): Promise<PayrollSheetRecord[]> {
  const within = { projectId, payMonth: { $gte: from, $lte: to }, standing: true };
  return asSheets(await PayrollSheets.find(within).sort({ payMonth: 1, _id: 1 }).lean());
}

export interface SheetChange {
  set?: Record<string, unknown>;
  unset?: Record<string, 1>;
  /** Added to counters kept on the sheet. */
  inc?: Record<string, number>;
  /** Kept days that only move on. */
  max?: Record<string, PlainDate>;
  history?: PayrollHistory;
}

/** One conditional write on id, old state and version; null when somebody was faster. */
export async function changeSheet(
  from: Pick<PayrollSheetRecord, '_id' | 'state' | 'version'>,
  change: SheetChange,
): Promise<PayrollSheetRecord | null> {
  const { _id, state, version } = from;
  const options = { returnDocument: 'after', runValidators: true } as const;
  const found = PayrollSheets.findOneAndUpdate({ _id, state, version }, updateOf(change), options);
  const changed = asSheet(await found.select('+history').lean());
  if (changed !== null) await touchProject(changed.projectId);
  return changed;
}

/** Counters and states that follow the lines: whoever changes lines calls this in the same transaction. */
export async function addToSheet(id: unknown, change: SheetChange): Promise<PayrollSheetRecord | null> {
  const options = { returnDocument: 'after', runValidators: true } as const;
  const found = PayrollSheets.findOneAndUpdate({ _id: id }, updateOf(change), options);
  const changed = asSheet(await found.lean());
  if (changed !== null) await touchProject(changed.projectId);
  return changed;
}

function updateOf({ set = {}, unset = {}, inc = {}, max = {}, history }: SheetChange) {
  return {
    ...(Object.keys(set).length === 0 ? {} : { $set: set }),
    ...(Object.keys(unset).length === 0 ? {} : { $unset: unset }),
    ...(Object.keys(max).length === 0 ? {} : { $max: max }),
    ...(history === undefined ? {} : { $push: { history } }),
    $inc: { ...inc, version: 1 },
  };
}
