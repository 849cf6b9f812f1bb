import { addDays } from '../../core/kit/plain-date.ts';
import type { Counts } from './broken-link.ts';
import { BrokenLink, inBatches } from './broken-link.ts';
import type { AreaDay, DailyRoot } from './event.models.ts';
import { AreaDays, DailyRoots, EventKeys, SealerHeads } from './event.models.ts';
import { GENESIS, rootHash } from './links.ts';
import { isRootSignature, publicKeyId, publicKeyPem } from './signing-key.ts';

const CHAIN = 'roots';

/** Walks the signed days: no gap, each built on the one before, over the area chains as they stand, rightly signed. */
export async function verifyRoots(counts: Counts): Promise<void> {
  const head = await SealerHeads.findById('sealer').lean();
  const stored = await EventKeys.find().lean();
  const keys = new Map(stored.map((key) => [key._id, key.publicKeyPem]));
  keys.set(publicKeyId(), publicKeyPem()); // our own key is known from the configuration, whatever the store says
  let previous: DailyRoot | undefined;
  const cursor = DailyRoots.find().sort({ _id: 1 }).lean().cursor({ batchSize: 500 });
  for await (const batch of inBatches<DailyRoot>(cursor)) {
    const areas = await areasOf(batch);
    for (const root of batch) {
      verifyRoot(root, previous, keys, areas.get(root._id) ?? [], counts.days + 1);
      counts.days += 1;
      previous = root;
    }
  }
  const closed = head?.closedThrough;
  if (closed !== undefined && (previous === undefined || previous._id < closed)) {
    throw new BrokenLink(CHAIN, counts.days + 1, closed, 'rootMissing');
  }
}

/** The area chains of these days as they stand, in the order in which a root names them; most days of an office have none. */
async function areasOf(roots: readonly DailyRoot[]): Promise<Map<string, AreaDay[]>> {
  const [first, last] = [roots[0], roots.at(-1)];
  if (first === undefined || last === undefined) return new Map();
  const between = { $gte: first._id, $lte: last._id };
  const areas = await AreaDays.find({ day: between }).sort({ day: 1, areaCode: 1 }).lean<AreaDay[]>();
  const byDay = new Map<string, AreaDay[]>();
  for (const area of areas) byDay.set(area.day, [...(byDay.get(area.day) ?? []), area]);
  return byDay;
}

function verifyRoot(
  root: DailyRoot,
  previous: DailyRoot | undefined,
  keys: ReadonlyMap<string, string>,
  now: readonly AreaDay[],
  seq: number,
): void {
  const day = root._id;
  const broken = (why: 'rootMissing' | 'rootWrong' | 'rootSignatureWrong'): never => {
    throw new BrokenLink(CHAIN, seq, day, why);
  };
  const isNext =
    previous === undefined ? root.previousRootHash === GENESIS : day === addDays(previous._id, 1);
  if (!isNext) broken('rootMissing');
  const { areas, previousRootHash } = root;
  if (previousRootHash !== (previous?.rootHash ?? GENESIS)) broken('rootWrong');
  if (rootHash({ day, areas, previousRootHash }) !== root.rootHash) broken('rootWrong');
  const publicPem = keys.get(root.keyId);
  if (publicPem === undefined || !isRootSignature({ ...root, day }, publicPem)) broken('rootSignatureWrong');
  const same = now.every(
    (area, index) => area.areaCode === areas[index]?.areaCode && area.lastHash === areas[index].lastHash,
  );
  if (!same || now.length !== areas.length) broken('rootWrong');
}
