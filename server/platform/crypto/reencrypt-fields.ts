import type { mongo } from 'mongoose';
import { systemClock } from '../clock.ts';
import { keyRing } from './field-keys.ts';
import { findRotation, forgetRotation, keepRotation } from './key-rotation.model.ts';
import type { AnyModel, SealedPlaces } from './key-uses.ts';
import { modelOf, sealedPlaces, sealedWith } from './key-uses.ts';
import { isSealed, open, seal, SealedFieldError } from './sealed.ts';

const PAGE = 200;

interface Row {
  _id: unknown;
}

export interface ResealReport {
  resealed: number;
  /** Documents that still need another key than the active one. */
  left: number;
  /** What did not open, by place; it stays as it is. */
  unreadable: string[];
}

interface ResealOptions {
  /** At most so many values. */
  limit?: number;
  now: () => Date;
  onPage?: (soFar: { collection: string; resealed: number }) => void;
}

/**
 * Re-seals values written with older keys, collection by collection in the order of their ids; where it came to is kept
 * with each page, so that a stop at any moment costs a page at most. A value that changed meanwhile is left alone: whoever
 * changed it wrote with the active key, or is found by the next run.
 */
export async function resealFields({ limit = Infinity, now, onPage }: ResealOptions): Promise<ResealReport> {
  const { active, old: others } = keyRing();
  const report: ResealReport = { resealed: 0, left: 0, unreadable: [] };
  if (others.length === 0) return report; // nothing can be older, so nothing is read
  const _id = `field:${active}`;
  const kept = await findRotation(_id);
  if (kept?.doneAt !== undefined) return report;
  let { changed } = kept ?? { changed: 0 };
  for (const places of sealedPlaces()) {
    const { collection } = places;
    const model = modelOf(collection);
    if (model === undefined || collection < (kept?.collectionName ?? '')) continue;
    let after = collection === kept?.collectionName ? kept.after : undefined;
    while (report.resealed < limit) {
      const rows = await pageOf(model, places, others, after, Math.min(PAGE, limit - report.resealed));
      const last = rows.at(-1);
      if (last === undefined) break;
      const resealed = await resealPage(model, places, rows, active, report);
      after = last._id;
      report.resealed += resealed;
      changed += resealed;
      await keepRotation({ _id, collectionName: collection, after, changed });
      onPage?.({ collection, resealed: report.resealed });
    }
  }
  report.left = await countLeft(others);
  if (report.left === 0) await keepRotation({ _id, changed, doneAt: now() });
  else if (report.resealed < limit) await forgetRotation(_id); // what is left lies behind: the next run begins anew
  return report;
}

async function pageOf(
  model: AnyModel,
  { fields }: SealedPlaces,
  keyIds: readonly string[],
  after: unknown,
  limit: number,
): Promise<Row[]> {
  const beyond = after === undefined ? {} : { _id: { $gt: after } };
  const wanted = Object.fromEntries(fields.map((field) => [field, 1]));
  const filter = { ...beyond, ...sealedWith(fields, keyIds) };
  return model.find(filter, wanted).sort({ _id: 1 }).limit(limit).lean<Row[]>();
}

/** Past the model: nothing of a record changes but how its values are sealed, so nobody need be told. */
async function resealPage(
  model: AnyModel,
  { collection, fields }: SealedPlaces,
  rows: readonly Row[],
  active: string,
  report: ResealReport,
): Promise<number> {
  const writes: mongo.AnyBulkWriteOperation[] = [];
  let values = 0;
  for (const row of rows) {
    const filter: Record<string, unknown> = { _id: row._id };
    const set: Record<string, unknown> = {};
    for (const field of fields) {
      const sealed: unknown = Reflect.get(row, field);
      if (!isSealed(sealed) || sealed.keyId === active) continue;
      const place = { collection, field, id: String(row._id) };
      try {
        set[field] = seal(open(sealed, place), place);
        filter[`${field}.box`] = sealed.box;
        values += 1;
      } catch (error) {
        if (!(error instanceof SealedFieldError)) throw error;
        report.unreadable.push(error.message);
      }
    }
    if (Object.keys(set).length > 0) writes.push({ updateOne: { filter, update: { $set: set } } });
  }
  if (writes.length > 0) await model.collection.bulkWrite(writes, { ordered: false });
  return values;
}

async function countLeft(keyIds: readonly string[]): Promise<number> {
  let left = 0;
  for (const { collection, fields } of sealedPlaces())
    left += (await modelOf(collection)?.countDocuments(sealedWith(fields, keyIds))) ?? 0;
  return left;
}

/** For a job: at most `limit` values; an old key may be retired once `left` is 0. What does not open is an error at the end. */
export async function reencryptFields(
  options: { limit?: number; now?: () => Date } = {},
): Promise<{ resealed: number; left: number }> {
  const { limit = 1000, now = () => systemClock.now() } = options;
  const { resealed, left, unreadable } = await resealFields({ limit, now });
  const [first] = unreadable;
  if (first !== undefined) throw new Error(`${unreadable.length}: ${first}`);
  return { resealed, left };
}
