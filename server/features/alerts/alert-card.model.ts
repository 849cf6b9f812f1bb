import mongoose from 'mongoose';
import type { Evaluation, RuleOutcome } from '../../core/alerts/evaluation.ts';
import { ALERT_LEVELS } from '../../core/alerts/rule.ts';
import type { PayMonth, PlainDate } from '../../core/kit/plain-date.ts';
import { replaceMany } from '../../platform/write-many.ts';

export const CARD_LEVELS = [...ALERT_LEVELS, 'clear', 'noData'] as const;

/** A project's standing on the day it was last looked at: what maps, figures and the next scan need of it. */
export interface CardRecord {
  /** The project's id. */
  _id: string;
  projectCode: string;
  projectName: string;
  areaCode: string;
  industryDepartment?: string;
  /** Everybody who takes part, for the companies' own view. */
  companyIds: string[];
  day: PlainDate;
  points: number;
  level: Evaluation['level'];
  rules: { rule: string; state: RuleOutcome['state']; level: RuleOutcome['level']; count: number }[];
  /** The first day on which the same facts may say something else; absent: none. */
  nextOn?: PlainDate;
  factsHash: string;
  settingsHash: string;
  /** Where the facts of that look are kept, and the first month they tell of. */
  seen?: { factsId: mongoose.Types.ObjectId; from: PayMonth };
  /** Something is told of its companies since, or a past was laid: the facts of that look do not do. */
  isOutdated?: true;
  /** Points at each month's end so far, oldest first, and those of rules no company sees; the running month's are of `day`. */
  trend: { month: PayMonth; points: number; officePoints: number }[];
}

const text = { type: String, required: true } as const;
const whole = { type: Number, required: true } as const;
const shape = { _id: false, strict: 'throw', versionKey: false } as const;
const schema = new mongoose.Schema(
  {
    _id: text,
    ...{ projectCode: text, projectName: text, areaCode: text, industryDepartment: String },
    companyIds: { type: [String], required: true },
    day: text,
    points: whole,
    level: { type: String, enum: CARD_LEVELS, required: true },
    rules: {
      type: [new mongoose.Schema({ rule: text, state: text, level: text, count: whole }, shape)],
      required: true,
    },
    nextOn: String,
    ...{ factsHash: text, settingsHash: text, isOutdated: Boolean },
    seen: new mongoose.Schema(
      { factsId: { type: mongoose.Schema.Types.ObjectId, required: true }, from: text },
      shape,
    ),
    trend: {
      type: [new mongoose.Schema({ month: text, points: whole, officePoints: whole }, shape)],
      required: true,
    },
  },
  { collection: 'alertCards', strict: 'throw', versionKey: false },
);
schema.index({ areaCode: 1, points: -1, _id: 1 });
schema.index({ companyIds: 1, points: -1, _id: 1 });
schema.index({ nextOn: 1, _id: 1 });

export const AlertCards = mongoose.model('alertCards', schema);

/** Lean documents are what the schema wrote, so they are CardRecords. */
export const asCards = (docs: unknown): CardRecord[] => docs as CardRecord[];

export async function findCards(projectIds: readonly string[]): Promise<Map<string, CardRecord>> {
  const found = asCards(await AlertCards.find({ _id: { $in: [...projectIds] } }).lean());
  return new Map(found.map((card) => [card._id, card]));
}

const SEEN = { areaCode: 1, day: 1, factsHash: 1, settingsHash: 1, seen: 1, isOutdated: 1 } as const;
export type SeenCard = Pick<CardRecord, '_id' | keyof typeof SEEN>;

/** Of the last looks at these projects what tells whether their facts still hold. */
export async function findSeen(projectIds: readonly string[]): Promise<SeenCard[]> {
  return asCards(await AlertCards.find({ _id: { $in: [...projectIds] } }, SEEN).lean());
}

/** Projects whose day has come (index nextOn). */
export async function findDueCards(today: PlainDate, limit: number): Promise<string[]> {
  const due = await AlertCards.find({ nextOn: { $lte: today } }, { _id: 1 })
    .sort({ nextOn: 1, _id: 1 })
    .limit(limit)
    .lean();
  return due.map(({ _id }) => _id);
}

/** Every project is to be looked at again, as the month turned. */
export async function makeAllDue(today: PlainDate): Promise<void> {
  await AlertCards.updateMany({}, { $set: { nextOn: today } });
}

/** The same for those of an area that were judged by other numbers, levels or days off than hold now. */
export async function makeAreaDue(areaCode: string, settingsHash: string, today: PlainDate): Promise<void> {
  const other = { areaCode, settingsHash: { $ne: settingsHash } };
  await AlertCards.updateMany(other, { $set: { nextOn: today } });
}

/** The same for the projects these companies take part in: what is unpaid on others of theirs is another. */
export async function makeCompaniesDue(companyIds: readonly string[], today: PlainDate): Promise<void> {
  if (companyIds.length === 0) return;
  await AlertCards.updateMany({ companyIds: { $in: [...companyIds] } }, { $set: { nextOn: today } });
}

/** The same where something is told of the companies themselves: their projects' records have to be read again. */
export async function makeCompaniesOutdated(companyIds: readonly string[], today: PlainDate): Promise<void> {
  const set = { nextOn: today, isOutdated: true };
  await AlertCards.updateMany({ companyIds: { $in: [...companyIds] } }, { $set: set });
}

/** Where there are projects with a card (index areaCode). */
export const areasOfCards = (): Promise<string[]> => AlertCards.distinct('areaCode');

/** The next cards by id, for a walk over all of them. */
export async function cardIdsAfter(after: string | undefined, limit: number): Promise<string[]> {
  const beyond = after === undefined ? {} : { _id: { $gt: after } };
  const found = await AlertCards.find(beyond, { _id: 1 }).sort({ _id: 1 }).limit(limit).lean();
  return found.map(({ _id }) => _id);
}

export async function writeCards(cards: readonly CardRecord[]): Promise<void> {
  // What this look leaves out must not stay from the one before.
  await replaceMany(
    AlertCards,
    cards.map(({ _id, ...replacement }) => ({ filter: { _id }, replacement })),
  );
}

/** The card, when it lies within these limits. */
export async function findCardWithin(
  projectId: string,
  limits: Record<string, unknown>,
): Promise<CardRecord | null> {
  const found: unknown = await AlertCards.findOne({ $and: [{ _id: projectId }, limits] }).lean();
  return found as CardRecord | null; // as asCards
}

/** A builder of a whole county has fewer sites than this. */
const MOST_SITES = 500;

/** A company's cards within these limits, worst first (index companyIds+points). */
export async function findCardsOfCompany(
  companyId: string,
  limits: Record<string, unknown>,
): Promise<CardRecord[]> {
  const own = AlertCards.find({ $and: [{ companyIds: companyId }, limits] });
  return asCards(await own.sort({ points: -1, _id: 1 }).limit(MOST_SITES).lean());
}

/** The cards within these limits, of a reader who has few. */
export async function findCardsWithin(limits: Record<string, unknown>): Promise<CardRecord[]> {
  return asCards(await AlertCards.find(limits).limit(MOST_SITES).lean());
}

export interface CardCount {
  areaCode: string;
  level: CardRecord['level'];
  industryDepartment: string | null;
  projects: number;
  points: number;
}

/** How many projects stand at which level, by area and industry. */
export async function countCards(limits: Record<string, unknown>): Promise<CardCount[]> {
  const found = await AlertCards.aggregate<{ _id: Omit<CardCount, 'projects' | 'points'> } & CardCount>([
    { $match: limits },
    {
      $group: {
        _id: { areaCode: '$areaCode', level: '$level', industryDepartment: '$industryDepartment' },
        projects: { $sum: 1 },
        points: { $sum: '$points' },
      },
    },
  ]);
  return found.map(({ _id, projects, points }) => ({
    areaCode: _id.areaCode,
    level: _id.level,
    industryDepartment: _id.industryDepartment ?? null,
    projects,
    points,
  }));
}

/** The projects within these limits, worst first. */
export async function cardIdsWithin(limits: Record<string, unknown>, limit: number): Promise<string[]> {
  const found = AlertCards.find(limits, { _id: 1 }).sort({ points: -1, _id: 1 }).limit(limit);
  return (await found.lean()).map(({ _id }) => _id);
}
