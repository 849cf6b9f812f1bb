import { checkCitizenId } from '../../core/kit/identity-numbers.ts';
import type { NewEvent } from '../../platform/audit/index.ts';
import { appendEvents } from '../../platform/audit/index.ts';
import { blindIndex } from '../../platform/crypto/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import type { Person } from './ensure-worker.ts';
import { ensureWorker } from './ensure-worker.ts';
import { findByCitizenIndexes, findPhonesWithoutCitizenId, insertWorkers } from './worker.model.ts';

/** So many ids stay well below the size of one event. */
const IDS_IN_EVENT = 300;

/**
 * The records of many people at once, in their order: a roster of hundreds asks the store a handful of times. Who has a
 * valid citizen id is found or made by it; the others one by one. One event names the records that were made.
 */
export async function ensureWorkers(people: readonly Person[], ctx: Ctx): Promise<string[]> {
  return inTransaction(async () => {
    const marks = people.map(({ citizenId }) => {
      const read = citizenId === undefined ? undefined : checkCitizenId(citizenId, ctx.today);
      return read?.ok === true ? blindIndex('citizenId', read.value) : undefined;
    });
    const ids = await findByCitizenIndexes(marks.filter((mark) => mark !== undefined));
    const knownByPhone = await phonesKnown(people);
    const fresh = new Map<string, Person>();
    people.forEach((person, at) => {
      const mark = marks[at];
      if (mark !== undefined && !ids.has(mark) && !knownByPhone.has(person)) fresh.set(mark, person);
    });
    const made = await insertWorkers([...fresh.values()], ctx.now);
    [...fresh.keys()].forEach((mark, at) => ids.set(mark, made[at] ?? ''));
    await tellMade(made, [...fresh.values()], ctx);
    const found: string[] = [];
    for (const [at, person] of people.entries()) {
      const mark = marks[at];
      found.push((mark === undefined ? undefined : ids.get(mark)) ?? (await ensureWorker(person, ctx)));
    }
    return found;
  });
}

/** Whom a record without citizen id may stand for already: that one learns it, one by one. */
async function phonesKnown(people: readonly Person[]): Promise<Set<Person>> {
  const withPhone = people.filter(({ phone }) => phone !== undefined);
  const known = await findPhonesWithoutCitizenId(withPhone.map(({ phone }) => phone ?? ''));
  return new Set(withPhone.filter(({ phone }) => known.has(blindIndex('phone', phone ?? ''))));
}

/** One event in the chain of each area, or a few where they are many. */
async function tellMade(ids: readonly string[], people: readonly Person[], ctx: Ctx): Promise<void> {
  const byArea = new Map<string, string[]>();
  people.forEach(({ areaCode }, at) => {
    const own = byArea.get(areaCode) ?? [];
    own.push(ids[at] ?? '');
    byArea.set(areaCode, own);
  });
  const events: NewEvent[] = [];
  for (const [areaCode, own] of byArea)
    for (let at = 0; at < own.length; at += IDS_IN_EVENT) {
      const facts = { ids: own.slice(at, at + IDS_IN_EVENT) };
      events.push({ subject: `area:${areaCode}`, areaCode, action: 'workers.created', facts });
    }
  await appendEvents(events, ctx);
}
