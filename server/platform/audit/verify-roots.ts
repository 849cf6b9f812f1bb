import { addDays } from '../../core/kit/plain-date.ts';
import type { Counts } from './broken-link.ts';
import { BrokenLink } from './broken-link.ts';
import type { DailyRoot } from './event.models.ts';
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
  for await (const root of DailyRoots.find().sort({ _id: 1 }).lean().cursor() as AsyncIterable<DailyRoot>) {
    await verifyRoot(root, previous, keys, counts.days + 1);
    counts.days += 1;
    previous = root;
  }
  const closed = head?.closedThrough;
  if (closed !== undefined && (previous === undefined || previous._id < closed)) {
    throw new BrokenLink(CHAIN, counts.days + 1, closed, 'rootMissing');
  }
}

async function verifyRoot(
  root: DailyRoot,
  previous: DailyRoot | undefined,
  keys: ReadonlyMap<string, string>,
  seq: number,
): Promise<void> {
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
  const now = await AreaDays.find({ day }).sort({ areaCode: 1 }).lean();
  const same = now.every(
    (area, index) => area.areaCode === areas[index]?.areaCode && area.lastHash === areas[index].lastHash,
  );
  if (!same || now.length !== areas.length) broken('rootWrong');
}
