import { touchProjects, touchProjectsOf } from '../../platform/touched-projects.ts';
import { Cases } from './case.model.ts';
import type { CaseRecord } from './case.record.ts';

/** Lean documents are what the schema wrote, so they are CaseRecords. */
const asRecord = (doc: unknown): CaseRecord | null => doc as CaseRecord | null;

/** A case is on the record of its parties, by which the bond of their other sites is judged (BON-6). */
export async function insertCase(record: CaseRecord): Promise<void> {
  await Cases.create([record]);
  await touchProjectsOf(record.companyIds);
  await touchProjects(record.projectId === undefined ? [] : [record.projectId]);
}

/** The case, when it lies within what this reader may see. */
export async function findCaseWithin(
  id: string,
  limits: Record<string, unknown>,
): Promise<CaseRecord | null> {
  return asRecord(
    await Cases.findOne({ $and: [{ _id: id }, limits] })
      .select('+history')
      .lean(),
  );
}

export interface CaseChange {
  set?: Record<string, unknown>;
  unset?: Record<string, 1>;
  /** Appended to the lists of these names. */
  push?: Record<string, readonly unknown[]>;
}

/** One conditional write on id, old state and version; null when somebody was faster. */
export async function changeCase(
  from: Pick<CaseRecord, '_id' | 'state' | 'version' | 'companyIds'>,
  { set, unset, push = {} }: CaseChange,
): Promise<CaseRecord | null> {
  const lists = Object.entries(push).map(([name, items]) => [name, { $each: [...items] }] as const);
  const after = asRecord(
    await Cases.findOneAndUpdate(
      { _id: from._id, state: from.state, version: from.version },
      {
        ...(set === undefined ? {} : { $set: set }),
        ...(unset === undefined ? {} : { $unset: unset }),
        ...(lists.length === 0 ? {} : { $push: Object.fromEntries(lists) }),
        $inc: { version: 1 },
      },
      { returnDocument: 'after', runValidators: true },
    )
      .select('+history')
      .lean(),
  );
  if (after?.projectId !== undefined) await touchProjects([after.projectId]);
  if (after === null) return null;
  // How a case ended tells whether there were arrears at all: of all its parties that is news, not of the new ones alone.
  const hasTurned = (from.state === 'closed') !== (after.state === 'closed');
  await touchProjectsOf(hasTurned ? after.companyIds : inOneOnly(from.companyIds, after.companyIds));
  return after;
}

const inOneOnly = (before: readonly string[], after: readonly string[]): string[] =>
  [...before, ...after].filter((one) => !(before.includes(one) && after.includes(one)));

/** Is there any at all (index grams)? */
export async function hasCase(filter: Record<string, unknown>): Promise<boolean> {
  return (await Cases.findOne(filter, { _id: 1 }).lean()) !== null;
}

/** How many open cases each inspector of an office leads (index officeCode+nextDueOn). */
export async function countOpenCasesOf(officeCode: string): Promise<Map<string, number>> {
  const rows = await Cases.aggregate<{ _id: string; count: number }>([
    { $match: { officeCode, open: true } },
    { $group: { _id: '$leadInspector.id', count: { $sum: 1 } } },
  ]);
  return new Map(rows.map((row) => [row._id, row.count]));
}

/** Which inspectors have open cases together within the limits, by office, and how many. */
export async function pairsOfOpenCases(
  limits: Record<string, unknown>,
): Promise<{ officeCode: string; ids: string[]; count: number }[]> {
  interface Pair {
    _id: { officeCode: string; lead: string; co: string };
    count: number;
  }
  const rows = await Cases.aggregate<Pair>([
    { $match: { $and: [limits, { open: true }] } },
    {
      $group: {
        _id: { officeCode: '$officeCode', lead: '$leadInspector.id', co: '$coInspector.id' },
        count: { $sum: 1 },
      },
    },
  ]);
  return rows.map(({ _id, count }) => ({ officeCode: _id.officeCode, ids: [_id.lead, _id.co], count }));
}

export interface Carried {
  name: string;
  count: number;
  people: number;
  owedFen: number;
}

/** What each inspector has of these cases as the one that leads, or as the other one. */
export async function addUpByInspector(
  place: 'leadInspector' | 'coInspector',
  filter: Record<string, unknown>,
): Promise<Map<string, Carried>> {
  const rows = await Cases.aggregate<Carried & { _id: string }>([
    { $match: filter },
    {
      $group: {
        _id: `$${place}.id`,
        name: { $first: `$${place}.name` },
        count: { $sum: 1 },
        people: { $sum: '$headcount' },
        owedFen: { $sum: '$owedFen' },
      },
    },
  ]);
  return new Map(rows.map(({ _id, ...carried }) => [_id, carried]));
}

/** Arrears of the open cases within the limits, and what of it has been seen. */
export async function addUpOpenCases(
  limits: Record<string, unknown>,
): Promise<{ owedFen: number; seenFen: number }> {
  const [sums] = await Cases.aggregate<{ owedFen: number; seenFen: number }>([
    { $match: { $and: [limits, { open: true }] } },
    { $group: { _id: null, owedFen: { $sum: '$owedFen' }, seenFen: { $sum: '$seenFen' } } },
  ]);
  return sums ?? { owedFen: 0, seenFen: 0 };
}

export async function findCaseRefRecords(
  ids: readonly string[],
): Promise<Pick<CaseRecord, '_id' | 'caseNumber' | 'title' | 'state' | 'officeCode' | 'nextDueOn'>[]> {
  const shown = { caseNumber: 1, title: 1, state: 1, officeCode: 1, nextDueOn: 1 } as const;
  return Cases.find({ _id: { $in: [...ids] } }, shown).lean();
}

/** Whom these cases are against, by case. */
export async function findRespondents(ids: readonly string[]): Promise<Map<string, string>> {
  const found = await Cases.find({ _id: { $in: [...ids] } }, { respondent: 1 }).lean();
  return new Map(found.map(({ _id, respondent }) => [String(_id), respondent.name]));
}

/** Cases to which the company is party, or in which something was served on it (indexes companyIds, servedCompanyIds). */
export async function findCasesOfCompany(companyId: string): Promise<CaseRecord[]> {
  const parties = await Cases.find({ companyIds: companyId }).lean<CaseRecord[]>();
  const served = await Cases.find({ servedCompanyIds: companyId }).lean<CaseRecord[]>();
  const known = new Set(parties.map(({ _id }) => String(_id)));
  return [...parties, ...served.filter(({ _id }) => !known.has(String(_id)))];
}

export async function rewriteParties(
  id: CaseRecord['_id'],
  set: Partial<CaseRecord> & Pick<CaseRecord, 'companyIds'>,
): Promise<void> {
  await Cases.updateOne({ _id: id }, { $set: set, $inc: { version: 1 } });
}

export async function repointProject(fromId: string, intoId: string): Promise<void> {
  await Cases.updateMany({ projectId: fromId }, { $set: { projectId: intoId }, $inc: { version: 1 } });
  await touchProjects([intoId]);
}
