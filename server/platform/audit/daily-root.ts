import type { PlainDate } from '../../core/kit/plain-date.ts';
import { addDays } from '../../core/kit/plain-date.ts';
import { inTransaction } from '../db.ts';
import type { DailyRoot } from './event.models.ts';
import { AreaDays, DailyRoots, EventKeys } from './event.models.ts';
import { GENESIS, rootHash } from './links.ts';
import { sealPending, takeHead } from './seal-pending.ts';
import { publicKeyId, publicKeyPem, signRoot } from './signing-key.ts';

/**
 * Signs the root of every day before `today` that has none yet, oldest first: from the first day with an event on,
 * every day gets a root, also one without events, so that a missing root is always a fault. A second run does nothing.
 */
export async function signDailyRoot(at: {
  today: PlainDate;
  now: Date;
}): Promise<{ signed: number; sealed: number }> {
  const { sealed } = await sealPending();
  let signed = 0;
  for (let more = MOST; more === MOST; signed += more) more = await inTransaction(() => signNextDays(at));
  return { signed, sealed };
}

/** Days that are signed together: a first start has months behind it, and people who wait for the store beside it. */
const MOST = 100;

async function signNextDays({ today, now }: { today: PlainDate; now: Date }): Promise<number> {
  const last = await DailyRoots.findOne({}, { rootHash: 1 }).sort({ _id: -1 }).lean();
  const first = last === null ? await firstDay() : addDays(last._id, 1);
  const days = first === null ? [] : daysFrom(first, today);
  const [from, to] = [days[0], days.at(-1)];
  if (from === undefined || to === undefined) return 0;
  await takeHead(to);
  const areas = await areasBetween(from, to);
  await keepKey(now);
  const roots: DailyRoot[] = [];
  for (const day of days) {
    const previousRootHash = roots.at(-1)?.rootHash ?? last?.rootHash ?? GENESIS;
    roots.push(signedRoot(day, areas.get(day) ?? [], previousRootHash, now));
  }
  await DailyRoots.insertMany(roots);
  return days.length;
}

function daysFrom(first: PlainDate, today: PlainDate): PlainDate[] {
  const days: PlainDate[] = [];
  for (let day = first; day < today && days.length < MOST; day = addDays(day, 1)) days.push(day);
  return days;
}

type Areas = DailyRoot['areas'];
async function areasBetween(from: PlainDate, to: PlainDate): Promise<Map<PlainDate, Areas>> {
  const rows = await AreaDays.find({ day: { $gte: from, $lte: to } })
    .sort({ day: 1, areaCode: 1 })
    .lean();
  const byDay = new Map<PlainDate, Areas>();
  for (const { day, areaCode, events, lastHash } of rows) {
    const areas = byDay.get(day) ?? [];
    areas.push({ areaCode, events, lastHash });
    byDay.set(day, areas);
  }
  return byDay;
}

function signedRoot(day: PlainDate, areas: Areas, previousRootHash: string, now: Date): DailyRoot {
  const hash = rootHash({ day, areas, previousRootHash });
  const signature = signRoot(day, hash);
  return {
    ...{ _id: day, areas, rootHash: hash, previousRootHash, signature },
    ...{ keyId: publicKeyId(), signedAt: now },
  };
}

async function firstDay(): Promise<PlainDate | null> {
  const first = await AreaDays.findOne({}, { day: 1 }).sort({ day: 1 }).lean();
  return first?.day ?? null;
}

async function keepKey(now: Date): Promise<void> {
  const keyId = publicKeyId();
  if ((await EventKeys.findById(keyId, { _id: 1 }).lean()) !== null) return;
  await EventKeys.create([{ _id: keyId, publicKeyPem: publicKeyPem(), since: now }]);
}
