import mongoose from 'mongoose';
import type { AreaLevel } from '../../core/contract/areas.ts';
import { AREA_LEVELS } from '../../core/contract/areas.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import { currentSession } from '../../platform/db.ts';
import { literalPattern } from '../../platform/literal-pattern.ts';
import { remembered } from '../../platform/remembered.ts';

/** The last day of an area that has not been closed: keeps "valid on a day" one range in every query. */
export const OPEN_END = '9999-12-31' as PlainDate; // a fixed day that exists

export interface AreaRecord {
  code: string;
  name: string;
  nameEn: string;
  level: AreaLevel;
  parentCode: string | null;
  validFrom: PlainDate;
  validTo: PlainDate;
  source: string;
  version: number;
}

const schema = new mongoose.Schema<AreaRecord>(
  {
    code: { type: String, required: true },
    name: { type: String, required: true },
    nameEn: { type: String, required: true },
    level: { type: String, enum: AREA_LEVELS, required: true },
    parentCode: { type: String, default: null },
    validFrom: { type: String, required: true },
    validTo: { type: String, required: true },
    source: { type: String, required: true },
    version: { type: Number, required: true },
  },
  { strict: 'throw', versionKey: false },
);
schema.index({ code: 1, validFrom: 1 }, { unique: true });
schema.index({ parentCode: 1, code: 1 });
const Areas = mongoose.model('areas', schema, 'areas');

const PROJECTION = { _id: 0 } as const;

export interface AreaFilter {
  parent?: string | undefined;
  level?: AreaLevel | undefined;
  /** Part of the name, or the beginning of the code. */
  q?: string | undefined;
  /** Only areas valid on this day; all that ever were when missing. */
  on?: PlainDate | undefined;
  /** The last one of the page before. */
  after?: { code: string; validFrom: string } | undefined;
}

function queryOf(filter: AreaFilter): Record<string, unknown> {
  const query: Record<string, unknown> = {};
  if (filter.parent !== undefined) query['parentCode'] = filter.parent;
  if (filter.level !== undefined) query['level'] = filter.level;
  if (filter.on !== undefined) {
    query['validFrom'] = { $lte: filter.on };
    query['validTo'] = { $gte: filter.on };
  }
  if (filter.q !== undefined && /^\d+$/.test(filter.q)) query['code'] = { $regex: `^${filter.q}` };
  else if (filter.q !== undefined) {
    const part = literalPattern(filter.q);
    query['$or'] = [{ name: { $regex: part } }, { nameEn: { $regex: part, $options: 'i' } }];
  }
  return query;
}

/** One page in order of code (index parentCode+code, or code+validFrom), and the count of all that match. */
export async function findAreas(
  filter: AreaFilter,
  limit: number,
): Promise<{ areas: AreaRecord[]; total: number }> {
  const query = queryOf(filter);
  const { after } = filter;
  const later = after && [
    { code: { $gt: after.code } },
    { code: after.code, validFrom: { $gt: after.validFrom } },
  ];
  const page = later === undefined ? query : { $and: [query, { $or: later }] };
  const [areas, total] = await Promise.all([
    Areas.find(page, PROJECTION).sort({ code: 1, validFrom: 1 }).limit(limit).lean<AreaRecord[]>(),
    Areas.countDocuments(query),
  ]);
  return { areas, total };
}

/** How many areas lie directly in each of these on that day (index parentCode+code). */
export async function countChildren(codes: readonly string[], on: PlainDate): Promise<Map<string, number>> {
  const rows = await Areas.aggregate<{ _id: string; count: number }>([
    { $match: { parentCode: { $in: [...codes] }, validFrom: { $lte: on }, validTo: { $gte: on } } },
    { $group: { _id: '$parentCode', count: { $sum: 1 } } },
  ]);
  return new Map(rows.map((row) => [row._id, row.count]));
}

const known = remembered<AreaRecord[]>({ readsCommitted: true });
const allOf = (code: string): Promise<AreaRecord[]> =>
  Areas.find({ code }, PROJECTION).sort({ validFrom: -1 }).lean<AreaRecord[]>().exec();

/** The area of this code valid on the day, or the latest one that ever had the code (index code+validFrom). */
export const findArea = async (code: string, on: PlainDate): Promise<AreaRecord | null> =>
  validOn(await allOf(code), on);

/** By the native driver, and so what is committed even inside a transaction. */
const committed = (code: string): Promise<AreaRecord[]> =>
  Areas.collection.find<AreaRecord>({ code }, { projection: PROJECTION }).sort({ validFrom: -1 }).toArray();

/** The same as it was committed within the last second; a change by this process is seen at once. */
export async function findKnownArea(code: string, on: PlainDate): Promise<AreaRecord | null> {
  const found = validOn(await known.get(code, () => committed(code)), on);
  // One that is being made in this transaction is not committed yet.
  return found ?? (currentSession() === null ? null : findArea(code, on));
}

function validOn(all: readonly AreaRecord[], on: PlainDate): AreaRecord | null {
  return all.find((area) => area.validFrom <= on && area.validTo >= on) ?? all[0] ?? null;
}

export async function findAreasByCode(codes: readonly string[]): Promise<AreaRecord[]> {
  return Areas.find({ code: { $in: [...codes] } }, PROJECTION).lean<AreaRecord[]>();
}

export async function insertAreas(areas: readonly AreaRecord[]): Promise<void> {
  known.forget();
  await Areas.insertMany(areas);
}

/** One conditional write: false when the area changed since `version` was read. */
export async function updateArea(
  area: AreaRecord,
  version: number,
  change: Partial<Pick<AreaRecord, 'name' | 'nameEn' | 'source' | 'validTo'>>,
): Promise<boolean> {
  known.forget(area.code);
  const done = await Areas.updateOne(
    { code: area.code, validFrom: area.validFrom, version },
    { $set: change, $inc: { version: 1 } },
  );
  return done.modifiedCount === 1;
}

/** Areas directly inside this one that stay open after the day (index parentCode+code). */
export async function countOpenChildren(code: string, after: PlainDate): Promise<number> {
  return Areas.countDocuments({ parentCode: code, validTo: { $gt: after } });
}
