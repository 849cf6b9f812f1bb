import type { Counts } from './broken-link.ts';
import { BrokenLink, inBatches } from './broken-link.ts';
import type { AreaDay, EventSeal } from './event.models.ts';
import { AreaDays, DailyRoots, Events, EventSeals } from './event.models.ts';
import { GENESIS, sealHash } from './links.ts';

/** Walks every area's chain of every day, and from each seal to its event. */
export async function verifyAreaDays(counts: Counts): Promise<void> {
  const lastRoot = await DailyRoots.findOne({}, { _id: 1 }).sort({ _id: -1 }).lean();
  const cursor = AreaDays.find().sort({ day: 1, areaCode: 1 }).lean().cursor({ batchSize: 200 });
  for await (const areaDay of cursor as AsyncIterable<AreaDay>) {
    await verifyAreaDay(areaDay, { isSigned: lastRoot !== null && areaDay.day <= lastRoot._id });
    counts.areaDays += 1;
  }
}

async function verifyAreaDay(areaDay: AreaDay, { isSigned }: { isSigned: boolean }): Promise<void> {
  const { day, areaCode } = areaDay;
  const chain = `${areaCode} ${day}`;
  let [seq, lastHash] = [0, GENESIS];
  let hashAtEnd: string | undefined;
  const cursor = EventSeals.find({ day, areaCode }).sort({ seq: 1 }).lean().cursor({ batchSize: 500 });
  for await (const batch of inBatches<EventSeal>(cursor)) {
    const rows = await Events.find({ _id: { $in: batch.map((seal) => seal.eventId) } }, { hash: 1 }).lean();
    const hashes = new Map(rows.map((event) => [String(event._id), event.hash]));
    for (const seal of batch) {
      checkSeal(chain, seal, {
        seq: seq + 1,
        prevHash: lastHash,
        eventHash: hashes.get(String(seal.eventId)),
      });
      [seq, lastHash] = [seal.seq, seal.hash];
      if (seq === areaDay.events) hashAtEnd = lastHash;
    }
  }
  // Seals beyond the end read above are new ones of a day that is still open.
  if (hashAtEnd !== areaDay.lastHash || (isSigned && seq !== areaDay.events)) {
    throw new BrokenLink(
      chain,
      Math.min(seq + 1, areaDay.events),
      '',
      seq < areaDay.events ? 'sealMissing' : 'sealWrong',
    );
  }
}

function checkSeal(
  chain: string,
  seal: EventSeal,
  expected: { seq: number; prevHash: string; eventHash: string | undefined },
): void {
  if (seal.seq !== expected.seq) throw new BrokenLink(chain, expected.seq, '', 'sealMissing');
  const broken = (why: 'sealWrong' | 'eventMissing' | 'replaced'): never => {
    throw new BrokenLink(chain, seal.seq, seal.eventId, why);
  };
  const { areaCode, day, seq, eventHash, prevHash } = seal;
  const hash = sealHash({ areaCode, day, seq, eventId: String(seal.eventId), eventHash, prevHash });
  if (prevHash !== expected.prevHash || hash !== seal.hash) broken('sealWrong');
  if (expected.eventHash === undefined) broken('eventMissing');
  if (expected.eventHash !== eventHash) broken('replaced');
}
