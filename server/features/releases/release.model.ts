import mongoose from 'mongoose';
import type { ReleaseKind } from '../../core/contract/releases.ts';
import type { Fen } from '../../core/kit/money.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import { OBJECTION_KINDS } from '../../core/releases/release-steps.ts';
import { retryWhenTaken } from '../../platform/audit/index.ts';
import type { LifeRecord } from '../../platform/lives/index.ts';
import { lifeFields } from '../../platform/lives/index.ts';
import { registerMergeListener } from '../../platform/merge-listeners.ts';
import { searchFields, searchPaths } from '../../platform/search/index.ts';

/** Something heard against it; blocks until it is answered. */
export interface ObjectionRecord {
  number: number;
  kind: keyof typeof OBJECTION_KINDS;
  heardOn: PlainDate;
  text: string;
  told?: string;
  answeredOn?: PlainDate;
  outcome?: 'SETTLED' | 'DISMISSED';
}

/** The closing of a wage account or the return of a bond; names, bank and amount as they were when it began. */
export interface ReleaseRecord extends LifeRecord {
  kind: ReleaseKind;
  projectId: string;
  projectCode: string;
  projectName: string;
  /** The general contractor that asks. */
  companyId: string;
  companyName: string;
  bankName: string;
  /** Where the bank keeps it, as far as known: its clerks see what was confirmed. */
  branchCode?: string;
  /** An account that gives way to another one: it closes while the works go on. */
  closesEarly?: boolean;
  /** The day the account was opened, or the bond stored: another day is another account, or another bond. */
  keptSince?: PlainDate;
  bondFen?: Fen;
  isGuarantee?: boolean;
  /** On the office's website since, and until the notice has run. */
  publishedOn?: PlainDate;
  publicUntil?: PlainDate;
  objections: ObjectionRecord[];
  /** Cases closed with wages left, of which the office has noted how that ended. */
  settledCases: string[];
  confirmationNumber?: string;
  confirmedOn?: PlainDate;
  grams?: string[];
  searchText?: string;
}

const text = { type: String, required: true } as const;
const objection = new mongoose.Schema<ObjectionRecord>(
  {
    number: { type: Number, required: true },
    kind: { ...text, enum: Object.keys(OBJECTION_KINDS) },
    ...{ heardOn: text, text, told: String, answeredOn: String, outcome: String },
  },
  { _id: false, id: false, strict: 'throw', versionKey: false },
);
const schema = new mongoose.Schema(
  {
    ...lifeFields,
    ...{ kind: text, projectId: text, projectCode: text, projectName: text, companyId: text },
    ...{ companyName: text, bankName: text, branchCode: String, bondFen: Number, isGuarantee: Boolean },
    ...{ closesEarly: Boolean, keptSince: String },
    ...{ publishedOn: String, publicUntil: String, confirmationNumber: String, confirmedOn: String },
    objections: { type: [objection], default: [] },
    settledCases: { type: [String], default: [] },
    ...searchPaths,
  },
  { collection: 'releases', strict: 'throw', versionKey: false, minimize: false },
);
for (const order of ['openedOn', 'nextDueOn']) {
  schema.index({ areaCode: 1, [order]: 1, _id: 1 });
  schema.index({ companyId: 1, [order]: 1, _id: 1 });
  schema.index({ branchCode: 1, [order]: 1, _id: 1 });
  schema.index({ [order]: 1, _id: 1 });
}
schema.index({ projectId: 1, openedOn: 1 });
schema.index({ state: 1, publicUntil: 1, _id: 1 });
schema.index({ grams: 1 });
// One of a kind runs at a time for a project.
schema.index({ projectId: 1, kind: 1 }, { unique: true, partialFilterExpression: { isOpen: true } });

export const Releases = mongoose.model('releases', schema);

/** Found by project, contractor, project code or the number of the confirmation. */
export const releaseSearch = (names: string[], texts: (string | undefined)[]) =>
  searchFields({ names, texts });

/** Lean documents are what the schema wrote, so they are ReleaseRecords. */
export const asReleases = (docs: unknown): ReleaseRecord[] => docs as ReleaseRecord[];

/** Those of one project, oldest first (index projectId+openedOn). */
export async function findOfProject(projectId: string): Promise<ReleaseRecord[]> {
  return asReleases(await Releases.find({ projectId }).sort({ openedOn: 1, _id: 1 }).lean());
}

registerMergeListener('company', async (fromId, intoId) => {
  await Releases.updateMany({ companyId: fromId }, { $set: { companyId: intoId }, $inc: { version: 1 } });
});
/** Of two that run for what is one project now, the one of the duplicate ends: the other stands for both. */
registerMergeListener('project', async (fromId, intoId, ctx) => {
  for (const { _id, isOpen, kind } of await findOfProject(fromId)) {
    const clashes = isOpen && (await Releases.exists({ projectId: intoId, kind, isOpen: true })) !== null;
    const ends = clashes ? { state: 'withdrawn', isOpen: false, closedOn: ctx.today } : {};
    await Releases.updateOne({ _id }, { $set: { projectId: intoId, ...ends }, $inc: { version: 1 } })
      .exec()
      .catch(retryWhenTaken);
  }
});
