import mongoose from 'mongoose';
import { ALERT_LEVELS } from '../../core/alerts/rule.ts';
import { ALERT_STATES, ANSWER_REASONS, LADDER_STEPS } from '../../core/contract/alerts.ts';
import type { PayMonth, PlainDate } from '../../core/kit/plain-date.ts';
import { insertLast } from '../../platform/insert-checked.ts';
import { changeMany } from '../../platform/write-many.ts';
import { alertNumber } from './alert-number.ts';
import type { AlertHistory, AlertRecord, StoredAlertAnswer } from './alert.record.ts';

const { Mixed } = mongoose.Schema.Types;
const shape = { _id: false, strict: 'throw', versionKey: false } as const;
const text = { type: String, required: true } as const;
const at = { type: Date, required: true } as const;
const words = new mongoose.Schema({ zh: text, en: text }, shape);

const history = new mongoose.Schema<AlertHistory>(
  {
    ...{ action: text, from: String, to: String, at, on: text },
    by: new mongoose.Schema({ kind: text, id: String, name: String }, { ...shape, id: false }),
    reason: String,
    facts: Mixed,
  },
  shape,
);
const answer = new mongoose.Schema(
  {
    kind: { type: String, enum: ['answer', 'contest'], required: true },
    reason: { type: String, enum: ANSWER_REASONS, required: true },
    ...{ text, fileIds: { type: [String], default: [] }, at, byId: text, byName: text },
    settled: new mongoose.Schema({ agreed: { type: Boolean, required: true }, text, at }, shape),
  },
  shape,
);
const step = new mongoose.Schema(
  { step: { type: String, enum: LADDER_STEPS, required: true }, dueOn: text, reachedOn: text },
  shape,
);

const schema = new mongoose.Schema(
  {
    version: { type: Number, required: true },
    // Kept to be looked up by; what is shown is reckoned from day and id.
    number: String,
    ...{ projectId: text, projectName: text, areaCode: text, employerId: String },
    // The project itself is '' here, which mongoose does not take for a given value.
    ...{ rule: text, about: { type: String, default: '' }, month: String, teamId: String },
    level: { type: String, enum: ALERT_LEVELS, required: true },
    urgency: text,
    state: { type: String, enum: ALERT_STATES, required: true },
    ...{ standing: Boolean, open: Boolean },
    ...{ since: text, raisedOn: text, newsOn: text, endedOn: String, goneOn: String },
    ...{ cameFromId: String, cameOn: String },
    ...{ message: { type: words, required: true }, cure: { type: words, required: true } },
    values: { type: Mixed, required: true },
    records: { type: [new mongoose.Schema({ kind: text, id: text }, { ...shape, id: false })], default: [] },
    steps: { type: [step], default: [] },
    asked: new mongoose.Schema(
      { text, answerBy: text, askedOn: text, answeredOn: String, ordered: Boolean },
      shape,
    ),
    answers: { type: [answer], default: [] },
    judgement: new mongoose.Schema(
      { right: { type: Boolean, required: true }, note: String, at, on: text },
      shape,
    ),
    ...{ complaintId: String, caseId: String, inspectionId: String },
    history: { type: [history], default: [], select: false },
  },
  { collection: 'alerts', strict: 'throw', versionKey: false, minimize: false },
);
// Of one thing on one project one alert stands: two looks at once meet here.
schema.index(
  { projectId: 1, rule: 1, about: 1 },
  { unique: true, partialFilterExpression: { standing: true } },
);
for (const order of ['urgency', 'since', 'raisedOn']) {
  schema.index({ areaCode: 1, [order]: 1, _id: 1 });
  schema.index({ projectId: 1, [order]: 1, _id: 1 });
  schema.index({ employerId: 1, [order]: 1, _id: 1 });
  schema.index({ [order]: 1, _id: 1 });
}
schema.index({ newsOn: 1, _id: 1 });
schema.index({ number: 1 }, { sparse: true });

export const Alerts = mongoose.model('alerts', schema);

/** See AlertRecord.urgency. */
export const urgencyOf = ({ level, since }: Pick<AlertRecord, 'level' | 'since'>): string =>
  `${level === 'red' ? 0 : 1} ${since}`;

/** Lean documents are what the schema wrote, so they are AlertRecords. */
export const asAlert = (doc: unknown): AlertRecord | null => doc as AlertRecord | null;
export const asAlerts = (docs: unknown): AlertRecord[] => docs as AlertRecord[];

/** The alerts of these projects whose findings the data still showed (index projectId+rule+about). */
export async function findStanding(projectIds: readonly string[]): Promise<AlertRecord[]> {
  return asAlerts(await Alerts.find({ projectId: { $in: [...projectIds] }, standing: true }).lean());
}

/** The oldest pay month each of these projects still has an alert about: arrears do not end with the months looked at. */
export async function oldestMonthsStanding(projectIds: readonly string[]): Promise<Map<string, PayMonth>> {
  const about = { projectId: { $in: [...projectIds] }, standing: true, month: { $exists: true } };
  const found = asAlerts(await Alerts.find(about, { projectId: 1, month: 1 }).lean());
  const oldest = new Map<string, PayMonth>();
  for (const { projectId, month } of found) {
    const known = oldest.get(projectId);
    if (month !== undefined && (known === undefined || month < known)) oldest.set(projectId, month);
  }
  return oldest;
}

/** The alerts that stood here on a past day, dismissed ones included (index projectId+raisedOn). */
export async function findStandingOn(projectId: string, day: PlainDate): Promise<AlertRecord[]> {
  const found = asAlerts(await Alerts.find({ projectId, raisedOn: { $lte: day } }).lean());
  return found.filter(
    ({ goneOn, cameFromId, cameOn }) =>
      (goneOn === undefined || goneOn > day) &&
      (cameFromId === undefined || (cameOn !== undefined && cameOn <= day)),
  );
}

/**
 * At the end of the transaction, beside their events. Two looks at the same moment: the loser's transaction runs again and
 * meets what the winner raised.
 */
export async function insertAlerts(records: readonly AlertRecord[]): Promise<void> {
  await insertLast(
    Alerts,
    records.map((record) => ({ ...record, number: alertNumber(record) })),
  );
}

/** What a look changes on an alert. */
export interface LookedAt {
  id: mongoose.Types.ObjectId;
  set: Record<string, unknown>;
  unset?: Record<string, 1>;
  push?: { steps?: AlertRecord['steps']; history?: AlertHistory[] };
}

/** Many alerts in one command; a person who acts at the same moment and the look meet as a write conflict. */
export async function changeAlerts(changes: readonly LookedAt[]): Promise<void> {
  await changeMany(
    Alerts,
    changes.map(({ id, set, unset, push = {} }) => ({
      filter: { _id: id },
      update: {
        $set: set,
        ...(unset === undefined ? {} : { $unset: unset }),
        ...(Object.keys(push).length === 0
          ? {}
          : { $push: Object.fromEntries(Object.entries(push).map(([key, list]) => [key, { $each: list }])) }),
        $inc: { version: 1 },
      },
    })),
  );
}

/** The alert with its history, when it lies within these limits. */
export async function findAlertWithin(
  id: string,
  limits: Record<string, unknown>,
): Promise<AlertRecord | null> {
  return asAlert(
    await Alerts.findOne({ $and: [{ _id: id }, limits] })
      .select('+history')
      .lean(),
  );
}

/** One conditional write on id, state and version; null when somebody, or a look, was faster. */
export async function changeAlert(
  { _id, state, version }: Pick<AlertRecord, '_id' | 'state' | 'version'>,
  change: {
    set: Record<string, unknown>;
    unset?: Record<string, 1>;
    history: AlertHistory;
    answer?: StoredAlertAnswer;
  },
): Promise<AlertRecord | null> {
  const { set, unset, history: entry, answer: said } = change;
  const update = {
    $set: set,
    ...(unset === undefined ? {} : { $unset: unset }),
    $push: { history: entry, ...(said === undefined ? {} : { answers: said }) },
    $inc: { version: 1 },
  };
  const options = { returnDocument: 'after', runValidators: true } as const;
  const changed = Alerts.findOneAndUpdate({ _id, state, version }, update, options).select('+history');
  return asAlert(await changed.lean());
}

/** What is about teams of a merged company is the matter of the one that stands for it (index employerId). */
export async function repointEmployer(fromId: string, intoId: string): Promise<void> {
  const set = { $set: { employerId: intoId }, $inc: { version: 1 } };
  await Alerts.updateMany({ employerId: fromId }, set);
}

const LIFE = { rule: 1, state: 1, raisedOn: 1, endedOn: 1, judgement: 1, asked: 1 } as const;

/** Alerts raised from a day on within these limits, as far as rules are judged by them (index areaCode+raisedOn). */
export async function findLives(limits: Record<string, unknown>, from: PlainDate): Promise<AlertRecord[]> {
  return asAlerts(await Alerts.find({ $and: [limits, { raisedOn: { $gte: from } }] }, LIFE).lean());
}

/** Open alerts that were raised or reached a step since a day, a page at a time (index newsOn). */
export async function findNews(
  from: PlainDate,
  after: Pick<AlertRecord, 'newsOn' | '_id'> | null,
  limit: number,
): Promise<AlertRecord[]> {
  const beyond =
    after === null
      ? {}
      : { $or: [{ newsOn: { $gt: after.newsOn } }, { newsOn: after.newsOn, _id: { $gt: after._id } }] };
  const news = { $and: [{ newsOn: { $gte: from }, open: true }, beyond] };
  return asAlerts(await Alerts.find(news).sort({ newsOn: 1, _id: 1 }).limit(limit).lean());
}
