/**
 * Updates done the slow and obvious way, on plain JavaScript values: numbers, texts, documents and arrays
 * of them. It knows nothing of trees, copies or BSON, and is what the store's updates are compared with.
 */

export type Plain = number | string | null | Plain[] | { [key: string]: Plain };
type PlainDoc = { [key: string]: Plain };
export type PlainUpdate = Record<string, Record<string, unknown>>;

export class Refused extends Error {}

const isPlainDoc = (value: unknown): value is PlainDoc =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function typeOrder(value: Plain): number {
  if (value === null) return 0;
  return typeof value === 'number' ? 1 : typeof value === 'string' ? 2 : Array.isArray(value) ? 4 : 3;
}

function order(a: Plain, b: Plain): number {
  if (typeOrder(a) !== typeOrder(b)) return typeOrder(a) - typeOrder(b);
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : a > b ? 1 : 0;
  if (Array.isArray(a) && Array.isArray(b)) {
    for (let i = 0; i < Math.min(a.length, b.length); i++) {
      const step = order(a[i] ?? null, b[i] ?? null);
      if (step !== 0) return step;
    }
    return a.length - b.length;
  }
  return 0;
}

const same = (a: Plain, b: Plain): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Where the path ends, made on the way if `make`; null when it does not exist. */
function holder(doc: PlainDoc, path: string, make: boolean): { at: PlainDoc; name: string } | null {
  const parts = path.split('.');
  const name = parts.pop() ?? '';
  let at: PlainDoc = doc;
  for (const part of parts) {
    const next = at[part];
    if (next === undefined) {
      if (!make) return null;
      at[part] = {};
    } else if (!isPlainDoc(next)) {
      if (make) throw new Refused(path);
      return null;
    }
    at = at[part] as PlainDoc; // made or checked above
  }
  return { at, name };
}

function list(value: Plain | undefined): Plain[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw new Refused('no array');
  return [...value];
}

function number(value: Plain | undefined): number {
  if (value === undefined) return 0;
  if (typeof value !== 'number') throw new Refused('no number');
  return value;
}

const makes = new Set(['$set', '$inc', '$mul', '$min', '$max', '$push', '$addToSet']);

/** The operand shapes are those the generator makes, so they are taken as they come. */
function next(operator: string, before: Plain | undefined, operand: unknown): Plain | undefined {
  const value = operand as Plain;
  switch (operator) {
    case '$set':
      return value;
    case '$unset':
      return undefined;
    case '$inc':
      return number(before) + (operand as number);
    case '$mul':
      return number(before) * (operand as number) + 0; // whole numbers know no -0
    case '$min':
      return before === undefined || order(value, before) < 0 ? value : before;
    case '$max':
      return before === undefined || order(value, before) > 0 ? value : before;
    case '$push': {
      const given = operand as { $each: Plain[]; $position?: number; $slice?: number; $sort?: 1 | -1 };
      const items = list(before);
      items.splice(given.$position ?? items.length, 0, ...given.$each);
      if (given.$sort !== undefined) items.sort((a, b) => order(a, b) * (given.$sort ?? 1));
      const { $slice: slice } = given;
      if (slice === undefined) return items;
      return slice >= 0 ? items.slice(0, slice) : items.slice(Math.max(0, items.length + slice));
    }
    case '$addToSet': {
      const items = list(before);
      for (const one of (operand as { $each: Plain[] }).$each) {
        if (!items.some((there) => same(there, one))) items.push(one);
      }
      return items;
    }
    case '$pull': {
      if (before === undefined) return undefined;
      const least = (operand as { $gte: number }).$gte;
      return list(before).filter((one) => !(typeof one === 'number' && one >= least));
    }
    case '$pullAll':
      return before === undefined
        ? undefined
        : list(before).filter((one) => !(operand as Plain[]).some((unwanted) => same(one, unwanted)));
    case '$pop':
      if (before === undefined) return undefined;
      return operand === 1 ? list(before).slice(0, -1) : list(before).slice(1);
    default:
      throw new Error(`The slow update does not know ${operator}`);
  }
}

export function slowUpdate(before: PlainDoc, update: PlainUpdate): PlainDoc {
  const doc = structuredClone(before);
  for (const [operator, fields] of Object.entries(update)) {
    for (const [path, operand] of Object.entries(fields)) {
      const place = holder(doc, path, makes.has(operator));
      if (!place) continue;
      const after = next(operator, place.at[place.name], operand);
      if (after === undefined) delete place.at[place.name];
      else place.at[place.name] = after;
    }
  }
  return doc;
}
