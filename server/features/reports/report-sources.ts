import { Cases, Claims } from '../cases/index.ts';
import { Complaints } from '../complaints/index.ts';
import { Inspections, Outreach } from '../inspections/index.ts';
import { walkById } from '../../platform/walk-by-id.ts';
import type { ReportPart } from './report-part.ts';
import type { CountedCase, CountedComplaint, CountedInspection, CountedOutreach } from './report-records.ts';
import { partsOfCase, partsOfComplaint, partsOfInspection, partsOfOutreach } from './report-records.ts';

/** Records that the figures are made of, as far as counting goes. */
export interface Source {
  /** Names the record in the book of what was counted. */
  kind: string;
  /** Ids of records that changed since they were counted; all of them without a limit. */
  findUncounted(limit?: number): Promise<string[]>;
  /** What each of these records adds as it is now. */
  partsOf(ids: readonly string[]): Promise<Map<string, ReportPart[]>>;
  /** They have been counted as they are. */
  takeMarksOff(ids: readonly string[]): Promise<void>;
  /** Every record is to be counted anew. */
  markAll(): Promise<void>;
  /** The ids of all records, a page at a time. */
  walk(): AsyncGenerator<string>;
}

/** The part of a model that counting needs; a Model's own type differs with every schema. */
interface Marked {
  find(
    filter: object,
    fields: object,
  ): {
    limit(most: number): { lean(): PromiseLike<unknown> };
    sort(order: { _id: 1 }): { limit(count: number): { lean(): PromiseLike<unknown> } };
  };
  updateMany(filter: object, update: object): PromiseLike<unknown>;
}

const UNCOUNTED = { uncounted: true } as const;
const TAKE_OFF = { $unset: { uncounted: 1 } } as const;
const PUT_ON = { $set: { uncounted: true } } as const;
const NO_LIMIT = 0;

/** Index: uncounted. */
async function findMarked<Doc>(model: Marked, fields: object, limit = NO_LIMIT): Promise<Doc[]> {
  return (await model.find(UNCOUNTED, fields).limit(limit).lean()) as Doc[]; // lean documents of the caller's model
}

async function findByIds<Doc>(model: Marked, ids: readonly string[], fields: object): Promise<Doc[]> {
  return (await model
    .find({ _id: { $in: [...ids] } }, fields)
    .limit(NO_LIMIT)
    .lean()) as Doc[]; // as above
}

/** Records that tell by themselves what they add. */
function plain<Doc>(
  kind: string,
  model: Marked,
  fields: readonly (keyof Doc & string)[],
  parts: (doc: Doc) => ReportPart[],
): Source {
  const asked = Object.fromEntries(fields.map((name) => [name, 1]));
  return {
    kind,
    findUncounted: async (limit) =>
      (await findMarked<{ _id: unknown }>(model, { _id: 1 }, limit)).map(({ _id }) => String(_id)),
    partsOf: async (ids) =>
      new Map(
        (await findByIds<Doc & { _id: unknown }>(model, ids, asked)).map((doc) => [
          String(doc._id),
          parts(doc),
        ]),
      ),
    takeMarksOff: async (ids) => {
      await model.updateMany({ _id: { $in: [...ids] } }, TAKE_OFF);
    },
    markAll: async () => void (await model.updateMany({}, PUT_ON)),
    walk: () => walkIds(model),
  };
}

async function* walkIds(model: Marked): AsyncGenerator<string> {
  for await (const { _id } of walkById<{ _id: unknown }>(model, { _id: 1 })) yield String(_id);
}

const CASE_FIELDS = {
  ...{ officeCode: 1, state: 1, filedOn: 1, closedOn: 1, closureCode: 1, owedFen: 1, seenFen: 1 },
  ...{ areaCode: 1, open: 1, nextDueOn: 1 },
} as const;

/** A case counts with the people on its arrears sheet; a change of the sheet alone changes it too. */
const cases: Source = {
  kind: 'case',
  async findUncounted(limit) {
    const own = await findMarked<{ _id: unknown }>(Cases, { _id: 1 }, limit);
    const claims = await findMarked<{ caseId: string }>(Claims, { caseId: 1 }, limit);
    return [...new Set([...own.map(({ _id }) => String(_id)), ...claims.map(({ caseId }) => caseId)])];
  },
  async partsOf(ids) {
    const found = await findByIds<CountedCase & { _id: unknown }>(Cases, ids, CASE_FIELDS);
    const closed = found.filter(({ state }) => state === 'closed').map(({ _id }) => String(_id));
    const people = await findPeople(closed);
    return new Map(
      found.map((one) => [String(one._id), partsOfCase(one, people.get(String(one._id)) ?? [])] as const),
    );
  },
  async takeMarksOff(ids) {
    await Cases.updateMany({ _id: { $in: [...ids] } }, TAKE_OFF);
    await Claims.updateMany({ caseId: { $in: [...ids] }, uncounted: true }, TAKE_OFF);
  },
  markAll: async () => void (await Cases.updateMany({}, PUT_ON)),
  walk: () => walkIds(Cases),
};

/** Keys of the persons on the sheets of these cases (index caseId+removed); one standing there twice is one. */
async function findPeople(caseIds: readonly string[]): Promise<Map<string, string[]>> {
  const people = new Map<string, string[]>();
  if (caseIds.length === 0) return people;
  const onSheets = { caseId: { $in: [...caseIds] }, removed: false, leftOn: { $exists: false } };
  const rows = await Claims.find(onSheets, { caseId: 1, personKey: 1 }).lean<
    { caseId: string; personKey: string }[]
  >();
  for (const { caseId, personKey } of rows) {
    const known = people.get(caseId);
    if (known === undefined) people.set(caseId, [personKey]);
    else if (!known.includes(personKey)) known.push(personKey);
  }
  return people;
}

export const SOURCES: readonly Source[] = [
  plain<CountedComplaint>(
    'complaint',
    Complaints,
    [
      ...(['officeCode', 'channel', 'receivedOn', 'acceptedOn', 'refusedOn', 'transferredOn'] as const),
      ...(['withdrawnOn', 'areaCode', 'state', 'open', 'nextDueOn'] as const),
    ],
    partsOfComplaint,
  ),
  cases,
  plain<CountedInspection>(
    'inspection',
    Inspections,
    ['areaCode', 'on', 'kind', 'companyId', 'companyName'],
    partsOfInspection,
  ),
  plain<CountedOutreach>(
    'outreach',
    Outreach,
    ['areaCode', 'on', 'leaflets', 'vehicles', 'people', 'slogans', 'consultations'],
    partsOfOutreach,
  ),
];
