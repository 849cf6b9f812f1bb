import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import mongoose, { Schema } from 'mongoose';
import { plainDate } from '../../server/core/kit/plain-date.ts';
import { AppError } from '../../server/platform/app-error.ts';
import { configureAudit, Events } from '../../server/platform/audit/index.ts';
import { systemCtx } from '../../server/platform/context.ts';
import {
  configureFieldKeys,
  encryptedFields,
  reencryptFields,
  revealField,
  SealedFieldError,
} from '../../server/platform/crypto/index.ts';
import { duplicateKeyFields } from '../../server/platform/db.ts';
import { randomSecrets } from '../../server/platform/secrets.ts';
import { useStore } from '../support/store.ts';

interface Person {
  _id: mongoose.Types.ObjectId;
  version: number;
}
const schema = new Schema<Person>(
  { version: { type: Number, default: 0 } },
  { collection: 'sealedPeople', strict: 'throw', versionKey: false },
);
const secrets = encryptedFields(schema, {
  phone: { kind: 'phone', blindIndex: 'unique' },
  citizenId: { kind: 'citizenId', blindIndex: true },
});
const People = mongoose.model('sealedPeople', schema);

const key = (): string => randomBytes(32).toString('base64');
const BLIND = key();
const KEYS: Record<string, string> = { k1: key(), k2: key() };
const ring = (active: string, keys = KEYS): void =>
  configureFieldKeys({ fieldKeys: { active, keys }, blindIndexKey: BLIND });
const phone = (n: number): string => `138000000${String(n).padStart(2, '0')}`;

async function addPerson(values: { phone?: string; citizenId?: string }): Promise<mongoose.Types.ObjectId> {
  const _id = new mongoose.Types.ObjectId();
  await People.create([{ _id, ...secrets.sealFields(_id, values) }]);
  return _id;
}
async function opened(id: mongoose.Types.ObjectId): Promise<object> {
  const doc = await People.findById(id).lean();
  assert.ok(doc);
  return secrets.openFields(doc);
}

describe('crypto: sealed fields in the store', () => {
  useStore();
  before(() => configureAudit(randomSecrets()));
  beforeEach(() => ring('k1'));
  after(() => {
    mongoose.deleteModel('sealedPeople'); // other files make indexes and re-seal for every model they find
  });

  it('lie there without a readable trace and are found by their blind index', async () => {
    const id = await addPerson({ phone: phone(1), citizenId: '11010519491231002X' });
    const stored = await mongoose.connection.collection('sealedPeople').findOne({ _id: id });
    const text = JSON.stringify(stored);
    assert.ok(!text.includes(phone(1)) && !text.includes('19491231'));
    const found = await People.findOne(secrets.where('citizenId', '11010519491231002x')).lean();
    assert.ok(found);
    assert.deepEqual(secrets.openFields(found), { phone: phone(1), citizenId: '11010519491231002X' });
    assert.deepEqual(secrets.maskFields(found), {
      phoneMasked: '138****0001',
      citizenIdMasked: '110***********002X',
    });
  });

  it('belong to one document where they are unique, and are free where they are absent', async () => {
    await addPerson({ phone: phone(1) });
    await addPerson({});
    await addPerson({});
    await assert.rejects(
      addPerson({ phone: '+86 138-0000-0001' }),
      (error) => duplicateKeyFields(error)?.[0] === 'phoneIndex',
    );
  });

  it('can be changed and taken away', async () => {
    const id = await addPerson({ phone: phone(1) });
    await People.updateOne({ _id: id }, { $set: secrets.sealFields(id, { phone: phone(2) }) });
    assert.deepEqual(await opened(id), { phone: phone(2) });
    assert.equal(await People.findOne(secrets.where('phone', phone(1))).lean(), null);
    await People.updateOne({ _id: id }, { $unset: secrets.unsetFields('phone') });
    assert.deepEqual(await opened(id), {});
    await addPerson({ phone: phone(2) });
  });

  it('do not open after somebody copied them to another document', async () => {
    const [mine, theirs] = [await addPerson({ phone: phone(1) }), await addPerson({ phone: phone(2) })];
    const raw = mongoose.connection.collection('sealedPeople');
    const source = await raw.findOne({ _id: theirs });
    await raw.updateOne({ _id: mine }, { $set: { phone: source?.['phone'] } });
    await assert.rejects(
      opened(mine),
      (error) => error instanceof SealedFieldError && error.fault === 'tampered',
    );
  });

  it('are sealed anew with the active key, in steps, until the old key can go', async () => {
    const ids = [];
    for (let n = 0; n < 7; n += 1) ids.push(await addPerson({ phone: phone(n) }));
    ring('k2');
    const fresh = await addPerson({ phone: phone(50) });
    assert.deepEqual(await reencryptFields({ limit: 5 }), { resealed: 5, left: 2 });
    assert.deepEqual(await reencryptFields({ limit: 5 }), { resealed: 2, left: 0 });
    assert.deepEqual(await reencryptFields(), { resealed: 0, left: 0 });
    ring('k2', { k2: KEYS['k2'] ?? '' });
    for (const [n, id] of ids.entries()) assert.deepEqual(await opened(id), { phone: phone(n) });
    assert.deepEqual(await opened(fresh), { phone: phone(50) });
    const found = await People.findOne(secrets.where('phone', phone(3))).lean();
    assert.equal(String(found?._id), String(ids[3]), 'the blind index does not depend on the field keys');
  });
});

describe('crypto: showing a full value', () => {
  useStore();
  before(() => configureAudit(randomSecrets()));
  const ctx = systemCtx('test', { now: new Date('2026-11-21T02:00:00Z'), today: plainDate('2026-11-21') });
  const request = { subject: 'worker:w1', areaCode: '532601', field: 'phone', reason: '核对身份' } as const;

  it('records who looked at what and why before the value is handed out', async () => {
    assert.equal(await revealField({ ...request, read: async () => phone(1) }, ctx), phone(1));
    const [event, ...more] = await Events.find().lean();
    assert.equal(more.length, 0);
    assert.deepEqual(
      [event?.subject, event?.action, event?.actor],
      ['worker:w1', 'field.revealed', 'system:test'],
    );
    assert.deepEqual(event?.facts, { field: 'phone', reason: '核对身份' });
  });

  it('records nothing and answers notFound when there is no such value for this reader', async () => {
    await assert.rejects(
      revealField({ ...request, read: async () => null }, ctx),
      (error) => error instanceof AppError && error.code === 'notFound',
    );
    assert.equal(await Events.countDocuments(), 0);
  });

  for (const reason of ['', ' 。 ', 'x'.repeat(201)]) {
    it(`demands a reason that says something, not ${JSON.stringify(reason.slice(0, 5))} of ${reason.length}`, async () => {
      let wasRead = false;
      const read = async (): Promise<string> => {
        wasRead = true;
        return phone(1);
      };
      await assert.rejects(
        revealField({ ...request, reason, read }, ctx),
        (error) => error instanceof AppError && error.code === 'invalidInput',
      );
      assert.equal(wasRead, false);
    });
  }

  it('hands out nothing when the record cannot be written', async () => {
    await assert.rejects(revealField({ ...request, subject: 'worker:', read: async () => phone(1) }, ctx));
    assert.equal(await Events.countDocuments(), 0);
  });
});
