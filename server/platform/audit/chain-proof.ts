import type { AreaDay, DailyRoot, EventDoc, EventSeal } from './event.models.ts';
import { AreaDays, DailyRoots, EventKeys, Events, EventSeals } from './event.models.ts';
import { publicKeyId, publicKeyPem } from './signing-key.ts';

/** The chain of one area and day, as far as hashes go: enough to follow a subject's events up to a signed root. */
export interface ProvenAreaDay {
  day: string;
  areaCode: string;
  /** What the first of `seals` follows; its place is `firstSeq`. */
  prevHash: string;
  firstSeq: number;
  seals: { eventId: string; eventHash: string }[];
}

/** All a stranger needs to recompute one subject's chain and its place under the signed day roots. */
export interface ChainProof {
  events: EventDoc[];
  /** Of the days that are signed; later events are sealed but not signed yet. */
  areaDays: ProvenAreaDay[];
  roots: DailyRoot[];
  keys: { keyId: string; publicKeyPem: string }[];
}

const asDocs = <Doc>(docs: unknown): Doc[] => docs as Doc[]; // lean documents of these models

/** Reads, never judges: verify.mjs of an evidence pack recomputes everything from this. */
export async function chainProof(subject: string): Promise<ChainProof> {
  const events = asDocs<EventDoc>(await Events.find({ subject }).sort({ seq: 1 }).lean());
  const ids = events.map(({ _id }) => _id);
  const seals = asDocs<EventSeal>(await EventSeals.find({ eventId: { $in: ids } }).lean());
  const days = [...new Set(seals.map(({ day }) => day))];
  const roots = asDocs<DailyRoot>(
    await DailyRoots.find({ _id: { $in: days } })
      .sort({ _id: 1 })
      .lean(),
  );
  const signed = new Set<string>(roots.map(({ _id }) => _id));
  const firsts = new Map<string, EventSeal>();
  for (const seal of seals) {
    const key = `${seal.day}|${seal.areaCode}`;
    const known = firsts.get(key);
    if (signed.has(seal.day) && (known === undefined || seal.seq < known.seq)) firsts.set(key, seal);
  }
  const areaDays: ProvenAreaDay[] = [];
  for (const first of firsts.values()) areaDays.push(await provenFrom(first));
  return { events, areaDays, roots, keys: await keysOf(roots) };
}

async function provenFrom({ day, areaCode, seq, prevHash }: EventSeal): Promise<ProvenAreaDay> {
  const end = (await AreaDays.findById(`${day}|${areaCode}`).lean()) as AreaDay | null; // of this model
  const range = { day, areaCode, seq: { $gte: seq, $lte: end?.events ?? seq } };
  const rows = asDocs<EventSeal>(await EventSeals.find(range).sort({ seq: 1 }).lean());
  const seals = rows.map(({ eventId, eventHash }) => ({ eventId: String(eventId), eventHash }));
  return { day, areaCode, prevHash, firstSeq: seq, seals };
}

async function keysOf(roots: readonly DailyRoot[]): Promise<ChainProof['keys']> {
  const wanted = [...new Set(roots.map(({ keyId }) => keyId))].filter((id) => id !== publicKeyId());
  const former = await EventKeys.find({ _id: { $in: wanted } }).lean();
  const own = { keyId: publicKeyId(), publicKeyPem: publicKeyPem() };
  return [own, ...former.map((key) => ({ keyId: key._id, publicKeyPem: key.publicKeyPem }))];
}
