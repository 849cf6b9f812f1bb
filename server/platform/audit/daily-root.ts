import type { PlainDate } from '../../core/kit/plain-date.ts';
import { addDays } from '../../core/kit/plain-date.ts';
import { inTransaction } from '../db.ts';
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
  while (await inTransaction(() => signNextDay(at))) signed += 1;
  return { signed, sealed };
}

async function signNextDay({ today, now }: { today: PlainDate; now: Date }): Promise<boolean> {
  const last = await DailyRoots.findOne({}, { rootHash: 1 }).sort({ _id: -1 }).lean();
  const day = last === null ? await firstDay() : addDays(last._id, 1);
  if (day === null || day >= today) return false;
  await takeHead(day);
  const rows = await AreaDays.find({ day }).sort({ areaCode: 1 }).lean();
  const areas = rows.map(({ areaCode, events, lastHash }) => ({ areaCode, events, lastHash }));
  const previousRootHash = last?.rootHash ?? GENESIS;
  const hash = rootHash({ day, areas, previousRootHash });
  await keepKey(now);
  await DailyRoots.create([
    {
      _id: day,
      areas,
      rootHash: hash,
      previousRootHash,
      signature: signRoot(day, hash),
      keyId: publicKeyId(),
      signedAt: now,
    },
  ]);
  return true;
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
