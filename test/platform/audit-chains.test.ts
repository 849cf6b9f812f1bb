import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import mongoose from 'mongoose';
import { plainDate, toShanghaiDay } from '../../server/core/kit/plain-date.ts';
import {
  appendEvent,
  appendEvents,
  AreaDays,
  configureAudit,
  DailyRoots,
  EventQueue,
  Events,
  publicKeyId,
  sealPending,
  signDailyRoot,
  startSealer,
  verifyChains,
  verifySubject,
} from '../../server/platform/audit/index.ts';
import { EventKeys, EventSeals } from '../../server/platform/audit/event.models.ts';
import { eventHash } from '../../server/platform/audit/links.ts';
import { systemCtx } from '../../server/platform/context.ts';
import type { Ctx } from '../../server/platform/context.ts';
import { inTransaction } from '../../server/platform/db.ts';
import { eventually } from '../support/eventually.ts';
import { useSecrets } from '../support/secrets.ts';
import { useStore } from '../support/store.ts';

const moment = (text: string): Date => new Date(`${text}+08:00`);
function ctxAt(text: string): Ctx {
  const now = moment(text);
  return systemCtx('test', { now, today: toShanghaiDay(now.getTime()) });
}
const NOW = { now: moment('2026-11-21T12:00:00') };

async function append(
  subject: `${string}:${string}`,
  at: string,
  areaCode = '532601',
  facts = {},
): Promise<string> {
  const done = await inTransaction(() =>
    appendEvent({ subject, areaCode, action: 'thing.changed', facts }, ctxAt(at)),
  );
  return done.id;
}

function toldLater(): { told: Promise<void>; tell: () => void } {
  let tell = (): void => undefined;
  const told = new Promise<void>((resolve) => (tell = resolve));
  return { told, tell: () => tell() };
}

/** How many transactions were committed meanwhile. */
async function commitsOf(work: () => Promise<unknown>): Promise<number> {
  const client = mongoose.connection.getClient();
  let commits = 0;
  const count = ({ commandName }: { commandName: string }): void =>
    void (commandName === 'commitTransaction' && (commits += 1));
  client.on('commandStarted', count);
  await work().finally(() => client.off('commandStarted', count));
  return commits;
}

/** Changes stored bytes behind the application's back, as an intruder in the store would. */
const raw = (collection: string): mongoose.mongo.Collection => mongoose.connection.collection(collection);

describe('audit: appending events', () => {
  useStore();
  useSecrets();

  it('links the events of one subject and starts each subject anew', async () => {
    await append('user:a', '2026-11-20T09:00:00', '532601', { n: 1 });
    await append('user:b', '2026-11-20T09:01:00');
    await append('user:a', '2026-11-20T09:02:00');
    const [first, second] = await Events.find({ subject: 'user:a' }).sort({ seq: 1 }).lean();
    assert.deepEqual([first?.seq, second?.seq], [1, 2]);
    assert.equal(first?.prevHash, '0'.repeat(64));
    assert.equal(second?.prevHash, first?.hash);
    assert.deepEqual(first?.facts, { n: 1 });
    assert.deepEqual([first?.actor, first?.day], ['system:test', '2026-11-20']);
    assert.deepEqual(await verifyChains(NOW), { ok: true, events: 3, chains: 2, areaDays: 0, days: 0 });
  });

  it('refuses to run outside of a transaction', async () => {
    await assert.rejects(
      appendEvent(
        { subject: 'user:a', areaCode: '532601', action: 'thing.changed', facts: {} },
        ctxAt('2026-11-20T09:00:00'),
      ),
      /inside inTransaction/u,
    );
    assert.equal(await Events.countDocuments(), 0);
  });

  it('stores nothing when the change it belongs to fails', async () => {
    await assert.rejects(
      inTransaction(async () => {
        await appendEvent(
          { subject: 'user:a', areaCode: '532601', action: 'thing.changed', facts: {} },
          ctxAt('2026-11-20T09:00:00'),
        );
        throw new Error('the change failed');
      }),
      /the change failed/u,
    );
    assert.deepEqual([await Events.countDocuments(), await EventQueue.countDocuments()], [0, 0]);
  });

  it('gives concurrent events of one subject one place each', async () => {
    const count = 24;
    await Promise.all(
      Array.from({ length: count }, (_, n) => append('case:hot', '2026-11-20T10:00:00', '532601', { n })),
    );
    const stored = await Events.find({ subject: 'case:hot' }).sort({ seq: 1 }).lean();
    assert.deepEqual(
      stored.map((event) => event.seq),
      Array.from({ length: count }, (_, n) => n + 1),
    );
    assert.equal(new Set(stored.map((event) => event.facts['n'])).size, count);
    await sealPending();
    assert.equal((await verifyChains(NOW)).ok, true);
  });

  it('links many events of several subjects in one go, behind what was there and what came in the same transaction', async () => {
    await append('user:a', '2026-11-20T09:00:00');
    const ctx = ctxAt('2026-11-20T10:00:00');
    const event = (subject: `${string}:${string}`, n: number) => ({
      ...{ subject, areaCode: '532601', action: 'thing.changed', facts: { n } },
    });
    await inTransaction(async () => {
      await appendEvent(event('user:b', 1), ctx);
      await appendEvents(
        [event('user:a', 2), event('user:b', 3), event('user:a', 4), event('user:c', 5)],
        ctx,
      );
      await appendEvent(event('user:a', 6), ctx);
    });
    const stored = await Events.find({ 'facts.n': { $gt: 0 } })
      .sort({ subject: 1, seq: 1 })
      .lean();
    assert.deepEqual(
      stored.map(({ subject, seq, facts }) => [subject, seq, facts['n']]),
      [
        ...[
          ['user:a', 2, 2],
          ['user:a', 3, 4],
          ['user:a', 4, 6],
        ],
        ...[
          ['user:b', 1, 1],
          ['user:b', 2, 3],
        ],
        ['user:c', 1, 5],
      ],
    );
    assert.deepEqual(await sealPending(), { sealed: 7 });
    assert.equal((await verifyChains(NOW)).ok, true);
  });

  it('follows the winner, not its own attempt that failed, when a transaction is run again', async () => {
    const ctx = ctxAt('2026-11-20T10:00:00');
    const event = (n: number) => ({
      ...{ subject: 'case:hot' as const, areaCode: '532601', action: 'thing.changed', facts: { n } },
    });
    let attempts = 0;
    await inTransaction(async () => {
      attempts += 1;
      await appendEvents([event(attempts * 10)], ctx);
      if (attempts > 1) return;
      const conflict = new mongoose.mongo.MongoServerError({ message: 'write conflict' });
      conflict.addErrorLabel(mongoose.mongo.MongoErrorLabel.TransientTransactionError);
      throw conflict;
    });
    assert.equal(attempts, 2);
    const stored = await Events.find({ subject: 'case:hot' }).lean();
    assert.deepEqual(
      stored.map(({ seq, facts }) => [seq, facts['n']]),
      [[1, 20]],
    );
  });

  for (const [what, bad] of [
    ['a subject without an id', { subject: 'user:' }],
    ['an action in several words', { action: 'did a thing' }],
    ['an area that is no code', { areaCode: '../etc' }],
    ['facts that are not JSON', { facts: { at: new Date(0) } }],
  ] as [string, object][]) {
    it(`refuses ${what}`, async () => {
      const event = {
        subject: 'user:a',
        areaCode: '532601',
        action: 'thing.changed',
        facts: {},
        ...bad,
      } as const;
      await assert.rejects(inTransaction(() => appendEvent(event, ctxAt('2026-11-20T09:00:00'))));
      assert.equal(await Events.countDocuments(), 0);
    });
  }

  it('lets no program change or remove an event, a seal or a root', async () => {
    const id = await append('user:a', '2026-11-20T09:00:00');
    await sealPending();
    await signDailyRoot({ today: plainDate('2026-11-21'), ...NOW });
    for (const model of [Events, EventSeals, DailyRoots, EventKeys] as unknown as mongoose.Model<object>[]) {
      await assert.rejects(async () => model.updateOne({}, { $set: { x: 1 } }), /insert-only/u);
      await assert.rejects(async () => model.findOneAndUpdate({}, { $set: { x: 1 } }), /insert-only/u);
      await assert.rejects(async () => model.deleteMany({}), /insert-only/u);
      await assert.rejects(async () => model.findOneAndDelete({}), /insert-only/u);
    }
    const event = await Events.findById(id);
    assert.ok(event);
    event.action = 'other.thing';
    await assert.rejects(async () => event.save(), /insert-only/u);
    await assert.rejects(async () => event.deleteOne(), /insert-only/u);
    assert.equal((await Events.findById(id).lean())?.action, 'thing.changed');
  });
});

describe('audit: sealing the chain of an area and day', () => {
  useStore();
  useSecrets();

  it('links events by area and day in the order they happened', async () => {
    const late = await append('user:a', '2026-11-20T10:00:00');
    const early = await append('user:b', '2026-11-20T09:00:00');
    const elsewhere = await append('user:c', '2026-11-20T09:30:00', '532602');
    const nextDay = await append('user:d', '2026-11-21T00:00:00');
    assert.deepEqual(await sealPending(), { sealed: 4 });
    const seals = await EventSeals.find().sort({ day: 1, areaCode: 1, seq: 1 }).lean();
    assert.deepEqual(
      seals.map((seal) => [seal.day, seal.areaCode, seal.seq, String(seal.eventId)]),
      [
        ['2026-11-20', '532601', 1, early],
        ['2026-11-20', '532601', 2, late],
        ['2026-11-20', '532602', 1, elsewhere],
        ['2026-11-21', '532601', 1, nextDay],
      ],
    );
    assert.equal(await EventQueue.countDocuments(), 0);
    assert.deepEqual(await sealPending(), { sealed: 0 });
    assert.deepEqual(await verifyChains(NOW), { ok: true, events: 4, chains: 4, areaDays: 3, days: 0 });
  });

  it('seals every event once when several sealers run beside writers', async () => {
    const writers = Array.from({ length: 4 }, async (_, who) => {
      for (let n = 0; n < 8; n += 1) await append(`user:w${who}`, `2026-11-20T09:${String(10 + n)}:00`);
    });
    const sealers = Array.from({ length: 4 }, async () => {
      for (let n = 0; n < 4; n += 1) await sealPending();
    });
    await Promise.all([...writers, ...sealers]);
    await sealPending();
    assert.equal(await EventSeals.countDocuments(), 32);
    const verdict = await verifyChains(NOW);
    assert.deepEqual(verdict, { ok: true, events: 32, chains: 4, areaDays: 1, days: 0 });
  });

  it('never looks broken to a verification that runs beside writers, sealers and a signer', async () => {
    let writing = true;
    const writers = Promise.all(
      Array.from({ length: 3 }, async (_, who) => {
        for (let n = 0; n < 15; n += 1) await append(`user:w${who}`, `2026-11-${10 + n}T09:00:00`);
      }),
    ).finally(() => {
      writing = false;
    });
    const verdicts: unknown[] = [];
    const loops = [
      (async () => {
        while (writing) await sealPending();
      })(),
      (async () => {
        while (writing) await signDailyRoot({ today: plainDate('2026-11-21'), ...NOW });
      })(),
      (async () => {
        while (writing) verdicts.push((await verifyChains(NOW)).firstBroken);
      })(),
    ];
    await Promise.all([writers, ...loops]);
    assert.ok(verdicts.length > 0);
    assert.deepEqual(new Set(verdicts), new Set([undefined]));
    await sealPending();
    assert.equal((await verifyChains(NOW)).events, 45);
  });

  it('goes through more events than one batch holds', async () => {
    const at = ctxAt('2026-11-20T09:00:00');
    await inTransaction(async () => {
      for (let n = 0; n < 450; n += 1) {
        await appendEvent(
          { subject: `user:u${n % 30}`, areaCode: '532601', action: 'thing.changed', facts: {} },
          at,
        );
      }
    });
    assert.deepEqual(await sealPending(), { sealed: 450 });
    assert.deepEqual(await verifyChains(NOW), { ok: true, events: 450, chains: 30, areaDays: 1, days: 0 });
  });

  it('happens by itself shortly after an event, outside of the transaction that appended it', async () => {
    const errors: unknown[] = [];
    const sealer = startSealer({ onError: (error) => errors.push(error), delayMs: 5 });
    try {
      await append('user:a', '2026-11-20T09:00:00');
      await eventually('the event is sealed', async () => (await EventSeals.countDocuments()) === 1);
      await append('user:a', '2026-11-20T09:01:00');
      await eventually('the second event is sealed', async () => (await EventSeals.countDocuments()) === 2);
    } finally {
      await sealer.stop();
    }
    assert.deepEqual(errors, []);
  });

  it('happens by itself also for an event whose transaction lasts longer than the sealer waits', async () => {
    const sealer = startSealer({ onError: assert.fail, delayMs: 5 });
    const [appended, commit] = [toldLater(), toldLater()];
    try {
      const slow = inTransaction(async () => {
        const event = { subject: 'user:a', areaCode: '532601', action: 'thing.changed', facts: {} } as const;
        await appendEvent(event, ctxAt('2026-11-20T09:00:00'));
        appended.tell();
        await commit.told;
      });
      await appended.told;
      await append('user:b', '2026-11-20T09:01:00');
      await eventually('the other event is sealed', async () => (await EventSeals.countDocuments()) === 1);
      commit.tell();
      await slow;
      await eventually('the slow one is sealed too', async () => (await EventSeals.countDocuments()) === 2);
    } finally {
      await sealer.stop();
    }
  });
});

describe('audit: the signed root of a day', () => {
  useStore();
  useSecrets();
  const today = plainDate('2026-11-21');

  it('is made for every day from the first event on, also for days without events, and only once', async () => {
    await append('user:a', '2026-11-17T09:00:00');
    await append('user:b', '2026-11-17T09:00:00', '532602');
    await append('user:a', '2026-11-20T23:59:59');
    await append('user:a', '2026-11-21T09:00:00');
    assert.deepEqual(await signDailyRoot({ today, ...NOW }), { signed: 4, sealed: 4 });
    assert.deepEqual(await signDailyRoot({ today, ...NOW }), { signed: 0, sealed: 0 });
    const roots = await DailyRoots.find().sort({ _id: 1 }).lean();
    assert.deepEqual(
      roots.map((root) => root._id),
      ['2026-11-17', '2026-11-18', '2026-11-19', '2026-11-20'],
    );
    assert.deepEqual(
      roots.map((root) => root.areas.map((area) => `${area.areaCode}:${area.events}`)),
      [['532601:1', '532602:1'], [], [], ['532601:1']],
    );
    assert.deepEqual(
      roots.map((root) => root.previousRootHash),
      ['0'.repeat(64), ...roots.slice(0, 3).map((root) => root.rootHash)],
    );
    assert.deepEqual(await verifyChains(NOW), { ok: true, events: 4, chains: 2, areaDays: 4, days: 4 });
  });

  it('is made for a hundred days at a time where many have gone by, each as if it had been signed alone', async () => {
    await append('user:a', '2026-06-01T09:00:00');
    await append('user:a', '2026-09-08T09:00:00');
    await append('user:b', '2026-09-09T09:00:00', '532602');
    const days = 173;
    const commits = await commitsOf(() => signDailyRoot({ today, ...NOW }));
    assert.equal(commits, 3, 'one for the queue, two for the days');
    assert.deepEqual(await verifyChains(NOW), { ok: true, events: 3, chains: 2, areaDays: 3, days });
    const withEvents = await DailyRoots.find({ 'areas.0': { $exists: true } }, { _id: 1 }).lean();
    assert.deepEqual(
      withEvents.map(({ _id }) => _id),
      ['2026-06-01', '2026-09-08', '2026-09-09'],
    );
    await append('user:a', '2026-07-01T09:00:00');
    await sealPending();
    assert.ok(
      await AreaDays.findById('2026-11-21|532601'),
      'what comes late for any of them goes to the open day',
    );
  });

  it('is not made for a day that has not ended, and not before there was any event', async () => {
    assert.deepEqual(await signDailyRoot({ today, ...NOW }), { signed: 0, sealed: 0 });
    await append('user:a', '2026-11-21T09:00:00');
    assert.deepEqual(await signDailyRoot({ today, ...NOW }), { signed: 0, sealed: 1 });
    assert.deepEqual(await signDailyRoot({ today: plainDate('2026-11-22'), ...NOW }), {
      signed: 1,
      sealed: 0,
    });
  });

  it('is made once when several instances sign at the same time', async () => {
    for (const day of [10, 11, 12]) await append('user:a', `2026-11-${day}T09:00:00`);
    const runs = await Promise.all(Array.from({ length: 3 }, () => signDailyRoot({ today, ...NOW })));
    assert.equal(
      runs.reduce((sum, run) => sum + run.signed, 0),
      11,
    );
    assert.equal(await DailyRoots.countDocuments(), 11);
    assert.equal((await verifyChains(NOW)).ok, true);
  });

  it('is never reopened: an event that comes late for a signed day is linked into the first open day', async () => {
    await append('user:a', '2026-11-19T09:00:00');
    await signDailyRoot({ today, ...NOW });
    await append('user:a', '2026-11-19T23:59:00');
    await sealPending();
    assert.deepEqual(
      (await AreaDays.find().sort({ _id: 1 }).lean()).map((row) => row._id),
      ['2026-11-19|532601', '2026-11-21|532601'],
    );
    const verdict = await verifyChains(NOW);
    assert.deepEqual(verdict, { ok: true, events: 2, chains: 1, areaDays: 2, days: 2 });
  });

  it('still verifies after the key was changed', async () => {
    await append('user:a', '2026-11-18T09:00:00');
    await signDailyRoot({ today: plainDate('2026-11-19'), ...NOW });
    const before = publicKeyId();
    const pem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    configureAudit({ eventSigningKeyPem: pem });
    assert.notEqual(publicKeyId(), before);
    await signDailyRoot({ today, ...NOW });
    assert.deepEqual(
      (await DailyRoots.find().sort({ _id: 1 }).lean()).map((root) => root.keyId),
      [before, publicKeyId(), publicKeyId()],
    );
    assert.equal((await verifyChains(NOW)).ok, true);
  });
});

describe('audit: verification names the first broken link', () => {
  useStore();
  useSecrets();
  const ids: string[] = [];

  beforeEach(async () => {
    ids.length = 0;
    for (let n = 1; n <= 4; n += 1)
      ids.push(await append('user:a', `2026-11-19T09:0${n}:00`, '532601', { n }));
    ids.push(await append('user:b', '2026-11-20T09:00:00'));
    await signDailyRoot({ today: plainDate('2026-11-21'), ...NOW });
    assert.deepEqual(await verifyChains(NOW), { ok: true, events: 5, chains: 2, areaDays: 2, days: 2 });
  });
  const oid = (n: number): mongoose.Types.ObjectId => new mongoose.Types.ObjectId(ids[n - 1]);
  const broken = async (): Promise<unknown> => (await verifyChains(NOW)).firstBroken;

  it('an altered fact', async () => {
    await raw('events').updateOne({ _id: oid(2) }, { $set: { 'facts.n': 20 } });
    assert.deepEqual(await broken(), { chain: 'user:a', seq: 2, eventId: ids[1], why: 'contentAltered' });
    assert.deepEqual((await verifySubject('user:a', NOW)).firstBroken, await broken());
    assert.equal((await verifySubject('user:b', NOW)).ok, true);
  });

  it('an altered time, actor or field that did not exist', async () => {
    for (const change of [{ at: new Date(0) }, { actor: 'user:x' }, { extra: 1 }]) {
      const before = await raw('events').findOne({ _id: oid(3) });
      await raw('events').updateOne({ _id: oid(3) }, { $set: change });
      assert.deepEqual(await broken(), { chain: 'user:a', seq: 3, eventId: ids[2], why: 'contentAltered' });
      await raw('events').replaceOne({ _id: oid(3) }, before ?? {});
    }
    assert.equal(await broken(), undefined);
  });

  it('an altered fact with its hash made right again', async () => {
    const event = await Events.findById(ids[1]).lean();
    assert.ok(event);
    const { _id, hash: _hash, ...content } = { ...event, facts: { n: 20 } };
    await raw('events').updateOne(
      { _id },
      { $set: { facts: { n: 20 }, hash: eventHash({ id: String(_id), ...content }) } },
    );
    assert.deepEqual(await broken(), { chain: 'user:a', seq: 2, eventId: ids[1], why: 'replaced' });
  });

  it('an event removed from the middle, by its own id', async () => {
    await raw('events').deleteOne({ _id: oid(3) });
    assert.deepEqual(await broken(), { chain: 'user:a', seq: 3, eventId: ids[2], why: 'eventMissing' });
  });

  it('an event removed from the end of its chain', async () => {
    await raw('events').deleteOne({ _id: oid(4) });
    assert.deepEqual(await broken(), {
      chain: '532601 2026-11-19',
      seq: 4,
      eventId: ids[3],
      why: 'eventMissing',
    });
  });

  it('a whole subject removed', async () => {
    await raw('events').deleteMany({ subject: 'user:b' });
    assert.deepEqual(await broken(), {
      chain: '532601 2026-11-20',
      seq: 1,
      eventId: ids[4],
      why: 'eventMissing',
    });
  });

  it('two events that changed places', async () => {
    await raw('events').updateOne({ _id: oid(2) }, { $set: { seq: 99 } });
    await raw('events').updateOne({ _id: oid(3) }, { $set: { seq: 2 } });
    await raw('events').updateOne({ _id: oid(2) }, { $set: { seq: 3 } });
    assert.deepEqual(await broken(), { chain: 'user:a', seq: 2, eventId: ids[2], why: 'contentAltered' });
  });

  it('a forged event that nobody sealed', async () => {
    const last = await Events.findById(ids[3]).lean();
    assert.ok(last);
    const { _id: _old, ...rest } = last;
    const content = { ...rest, seq: 5, prevHash: last.hash };
    const _id = new mongoose.Types.ObjectId();
    const { hash: _hash, ...hashed } = content;
    await raw('events').insertOne({ ...content, _id, hash: eventHash({ id: String(_id), ...hashed }) });
    assert.deepEqual(await broken(), { chain: 'user:a', seq: 5, eventId: String(_id), why: 'notSealed' });
  });

  it('an event that waits to be sealed for more than ten minutes', async () => {
    const id = await append('user:a', '2026-11-21T09:00:00');
    const made = new mongoose.Types.ObjectId(id).getTimestamp().getTime();
    assert.equal((await verifyChains({ now: new Date(made + 9 * 60_000) })).ok, true);
    const verdict = await verifyChains({ now: new Date(made + 11 * 60_000) });
    assert.deepEqual(verdict.firstBroken, { chain: 'user:a', seq: 5, eventId: id, why: 'notSealed' });
  });

  it('an altered or removed seal', async () => {
    const chain = '532601 2026-11-19';
    await raw('eventSeals').updateOne({ eventId: oid(2) }, { $set: { prevHash: 'f'.repeat(64) } });
    assert.deepEqual(await broken(), { chain, seq: 2, eventId: ids[1], why: 'sealWrong' });
    await raw('eventSeals').deleteOne({ eventId: oid(2) });
    assert.deepEqual(await broken(), { chain: 'user:a', seq: 2, eventId: ids[1], why: 'notSealed' });
  });

  it('an event that was sealed a second time', async () => {
    const first = await raw('eventSeals').findOne({ eventId: oid(2) });
    await raw('eventSeals').insertOne({ ...first, _id: new mongoose.Types.ObjectId(), seq: 90 });
    const chain = '532601 2026-11-19';
    assert.deepEqual(await broken(), { chain, seq: 90, eventId: ids[1], why: 'sealWrong' });
  });

  it('an area-day record that was altered or removed', async () => {
    await raw('eventDays').updateOne(
      { _id: '2026-11-20|532601' as never },
      { $set: { lastHash: 'f'.repeat(64) } },
    );
    assert.deepEqual(await broken(), { chain: '532601 2026-11-20', seq: 1, eventId: '', why: 'sealWrong' });
    await raw('eventDays').deleteOne({ _id: '2026-11-20|532601' as never });
    assert.deepEqual(await broken(), { chain: 'user:b', seq: 1, eventId: ids[4], why: 'sealWrong' });
  });

  it('the events, seals and records of a signed day removed together', async () => {
    await raw('events').deleteMany({ day: '2026-11-20' });
    await raw('eventSeals').deleteMany({ day: '2026-11-20' });
    await raw('eventDays').deleteMany({ day: '2026-11-20' });
    assert.deepEqual(await broken(), { chain: 'roots', seq: 2, eventId: '2026-11-20', why: 'rootWrong' });
  });

  it('a root that was altered, signed by another, or removed', async () => {
    const day = { _id: '2026-11-20' as never };
    const before = (await raw('eventRoots').findOne(day)) ?? {};
    const at = { chain: 'roots', seq: 2, eventId: '2026-11-20' };
    await raw('eventRoots').updateOne(day, { $set: { 'areas.0.events': 7 } });
    assert.deepEqual(await broken(), { ...at, why: 'rootWrong' });
    await raw('eventRoots').replaceOne(day, { ...before, signature: Buffer.alloc(64).toString('base64') });
    assert.deepEqual(await broken(), { ...at, why: 'rootSignatureWrong' });
    await raw('eventRoots').replaceOne(day, { ...before, keyId: '0'.repeat(16) });
    assert.deepEqual(await broken(), { ...at, why: 'rootSignatureWrong' });
    await raw('eventRoots').deleteOne(day);
    assert.deepEqual(await broken(), { ...at, why: 'rootMissing' });
    await raw('eventRoots').insertOne({ ...before, ...day });
    assert.equal(await broken(), undefined);
    await raw('eventRoots').deleteOne({ _id: '2026-11-19' as never });
    assert.deepEqual(await broken(), { chain: 'roots', seq: 1, eventId: '2026-11-20', why: 'rootMissing' });
  });

  it('a day signed anew with another key whose public half was put into the store under our key’s name', async () => {
    const theirs = generateKeyPairSync('ed25519');
    const pem = theirs.publicKey.export({ type: 'spki', format: 'pem' }).toString();
    await raw('eventKeys').updateOne({ _id: publicKeyId() as never }, { $set: { publicKeyPem: pem } });
    assert.equal(
      await broken(),
      undefined,
      'our own key is taken from the configuration, not from the store',
    );
  });
});
