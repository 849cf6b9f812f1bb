import assert from 'node:assert/strict';
import { createHmac, randomBytes } from 'node:crypto';
import mongoose, { Schema } from 'mongoose';
import {
  blindIndex,
  configureFieldKeys,
  encryptedFields,
  maskField,
  open,
  seal,
  SealedFieldError,
} from '../../server/platform/crypto/index.ts';
import type { FieldKind, FieldPlace, Sealed } from '../../server/platform/crypto/index.ts';

const key = (): string => randomBytes(32).toString('base64');
const BLIND = key();
const KEYS = { k1: key(), k2: key() };
const ring = (active: 'k1' | 'k2', keys: Record<string, string> = KEYS): void =>
  configureFieldKeys({ fieldKeys: { active, keys }, blindIndexKey: BLIND });

const HERE: FieldPlace = { collection: 'people', field: 'phone', id: '64b000000000000000000001' };

const fails = (fault: string, work: () => unknown): void => {
  assert.throws(work, (error) => error instanceof SealedFieldError && error.fault === fault);
};

describe('crypto: sealing one field', () => {
  beforeEach(() => ring('k1'));

  for (const text of ['13812345678', '', '张三', '11010519491231002X', 'a'.repeat(10_000), '𠮷\u0000"\\']) {
    it(`gives back what was sealed: ${JSON.stringify(text.slice(0, 20))}`, () => {
      assert.equal(open(seal(text, HERE), HERE), text);
    });
  }

  it('never gives the same box twice and never contains the value', () => {
    const boxes = Array.from({ length: 1000 }, () => Buffer.from(seal('13812345678', HERE).box, 'base64'));
    assert.equal(new Set(boxes.map((box) => box.subarray(0, 12).toString('hex'))).size, 1000);
    for (const box of boxes) assert.ok(!box.includes('13812345678'));
  });

  for (const [what, place] of [
    ['document', { ...HERE, id: '64b000000000000000000002' }],
    ['field', { ...HERE, field: 'citizenId' }],
    ['collection', { ...HERE, collection: 'workers' }],
    ['boundary between names', { collection: 'people.phone', field: '', id: HERE.id }],
  ] as const) {
    it(`does not open a value moved to another ${what}`, () => {
      const sealed = seal('13812345678', HERE);
      fails('tampered', () => open(sealed, place));
    });
  }

  it('does not open a box in which any single byte was changed', () => {
    const { keyId, box } = seal('13812345678', HERE);
    const bytes = Buffer.from(box, 'base64');
    for (let at = 0; at < bytes.length; at += 1) {
      const altered = Buffer.from(bytes);
      altered[at] = (altered[at] ?? 0) ^ 1;
      fails('tampered', () => open({ keyId, box: altered.toString('base64') }, HERE));
    }
  });

  it('does not open a box that was cut short, and says so without the value', () => {
    const { keyId, box } = seal('13812345678', HERE);
    const bytes = Buffer.from(box, 'base64');
    fails('tampered', () => open({ keyId, box: bytes.subarray(0, -1).toString('base64') }, HERE));
    fails('malformed', () => open({ keyId, box: bytes.subarray(0, 20).toString('base64') }, HERE));
    fails('malformed', () => open('13812345678' as unknown as Sealed, HERE)); // what a careless writer would store
    assert.throws(
      () => open({ keyId, box: 'AAAA' }, HERE),
      (error) =>
        error instanceof Error && error.message.includes('people.phone') && !error.message.includes('AAAA'),
    );
  });

  it('does not open with a wrong key under the same id, nor under another id of the ring', () => {
    const sealed = seal('13812345678', HERE);
    fails('tampered', () => open({ ...sealed, keyId: 'k2' }, HERE));
    ring('k1', { k1: key() });
    fails('tampered', () => open(sealed, HERE));
  });
});

describe('crypto: the key ring', () => {
  it('writes with the active key and reads with every key of the ring', () => {
    ring('k1');
    const old = seal('13812345678', HERE);
    ring('k2');
    const fresh = seal('13812345678', HERE);
    assert.deepEqual([old.keyId, fresh.keyId], ['k1', 'k2']);
    assert.equal(open(old, HERE), '13812345678');
    assert.equal(open(fresh, HERE), '13812345678');
  });

  it('says that the key is missing once it left the ring', () => {
    ring('k1');
    const old = seal('13812345678', HERE);
    ring('k2', { k2: KEYS.k2 });
    fails('unknownKey', () => open(old, HERE));
  });

  for (const [why, secrets] of [
    [
      'an active key that is not in the ring',
      { fieldKeys: { active: 'k3', keys: KEYS }, blindIndexKey: BLIND },
    ],
    ['a short key', { fieldKeys: { active: 'k1', keys: { k1: 'c2hvcnQ=' } }, blindIndexKey: BLIND }],
    [
      'a key that is not base64',
      { fieldKeys: { active: 'k1', keys: { k1: `${KEYS.k1.slice(0, -2)}!!=` } }, blindIndexKey: BLIND },
    ],
    [
      'a key id with strange letters',
      { fieldKeys: { active: 'k.1', keys: { 'k.1': KEYS.k1 } }, blindIndexKey: BLIND },
    ],
    ['a short blind index key', { fieldKeys: { active: 'k1', keys: KEYS }, blindIndexKey: '' }],
  ] as const) {
    it(`refuses ${why} at start-up`, () => {
      assert.throws(() => configureFieldKeys(secrets), /key/iu);
    });
  }
});

describe('crypto: blind index', () => {
  before(() => ring('k1'));

  const SAME: [FieldKind, string, string][] = [
    ['phone', '13812345678', ' +86 138-1234-5678 '],
    ['phone', '13812345678', '0086 13812345678'],
    ['phone', '13812345678', '１３８１２３４５６７８'],
    ['citizenId', '11010519491231002X', '11010519491231002x'],
    ['bankCard', '6222021234567890123', '6222 0212 3456 7890 123'],
    ['bankCard', '6222021234567890123', '6222-0212-3456-7890-123'],
    ['email', 'Zhang@Example.CN', 'zhang@example.cn'],
    ['name', '阿卜杜拉·买买提', '阿卜杜拉•买买提'],
    ['text', '甲方', ' 甲方 '],
  ];
  for (const [kind, one, other] of SAME) {
    it(`is the same for ${kind} ${one} and ${JSON.stringify(other)}`, () => {
      assert.equal(blindIndex(kind, one), blindIndex(kind, other));
    });
  }

  it('is HMAC-SHA256 over kind and normal form with the blind index key', () => {
    const expected = createHmac('sha256', Buffer.from(BLIND, 'base64'))
      .update('phone:13812345678')
      .digest('hex');
    assert.equal(blindIndex('phone', '138 1234 5678'), expected);
  });

  it('differs by value, by kind and by key', () => {
    const phone = blindIndex('phone', '13812345678');
    assert.notEqual(phone, blindIndex('phone', '13812345679'));
    assert.notEqual(phone, blindIndex('bankCard', '13812345678'));
    configureFieldKeys({ fieldKeys: { active: 'k1', keys: KEYS }, blindIndexKey: key() });
    assert.notEqual(phone, blindIndex('phone', '13812345678'));
    ring('k1');
  });

  it('refuses a value without content, which would make all empty values equal', () => {
    for (const [kind, value] of [
      ['phone', ' - '],
      ['bankCard', 'none'],
      ['text', '  '],
    ] as [FieldKind, string][]) {
      assert.throws(() => blindIndex(kind, value), /without content/u);
    }
  });
});

describe('crypto: masks on the way out', () => {
  const CASES: [FieldKind, string, string][] = [
    ['phone', '13812345678', '138****5678'],
    ['citizenId', '11010519491231002X', '110***********002X'],
    ['bankCard', '6222021234567890123', '***************0123'],
    ['email', 'zhang.san@example.cn', 'z****@example.cn'],
    ['email', 'not an address', '****'],
    ['name', '欧阳小明', '欧**明'],
    ['text', 'any length at all', '****'],
  ];
  for (const [kind, value, masked] of CASES) {
    it(`shows ${kind} ${value} as ${masked}`, () => assert.equal(maskField(kind, value), masked));
  }
});

describe('crypto: sealed fields of a schema', () => {
  interface Person {
    _id: mongoose.Types.ObjectId;
    note?: string;
  }
  const schema = new Schema<Person>(
    { note: String },
    { collection: 'cryptoPeople', strict: 'throw', autoIndex: false, autoCreate: false },
  );
  const secrets = encryptedFields(schema, {
    phone: { kind: 'phone', blindIndex: 'unique' },
    bankCard: { kind: 'bankCard' },
  });
  const model = mongoose.model('CryptoPerson', schema);
  const id = new mongoose.Types.ObjectId();
  before(() => ring('k1'));
  after(() => {
    mongoose.deleteModel('CryptoPerson');
  });

  it('seals what is given, adds the index and leaves out what is not given', () => {
    const set = secrets.sealFields(id, { phone: '13812345678', bankCard: undefined });
    assert.deepEqual(Object.keys(set).sort(), ['phone', 'phoneIndex']);
    assert.equal(set['phoneIndex'], blindIndex('phone', '13812345678'));
    assert.deepEqual(secrets.openFields({ _id: id, ...set }), { phone: '13812345678' });
    assert.deepEqual(secrets.maskFields({ _id: id, ...set }), { phoneMasked: '138****5678' });
    assert.deepEqual(secrets.where('phone', '+8613812345678'), { phoneIndex: set['phoneIndex'] });
    assert.deepEqual(secrets.unsetFields('phone', 'bankCard'), { phone: 1, phoneIndex: 1, bankCard: 1 });
  });

  it('seals the same values for several documents, each of them for itself alone', () => {
    const sealFor = secrets.sealer({ phone: '13812345678', bankCard: '6222021234567890123' });
    const other = new mongoose.Types.ObjectId();
    const [one, two] = [sealFor(id), sealFor(other)];
    assert.deepEqual(Object.keys(two).sort(), ['bankCard', 'phone', 'phoneIndex']);
    assert.equal(one['phoneIndex'], two['phoneIndex']);
    assert.notEqual(one['phone']?.box, two['phone']?.box);
    assert.deepEqual(secrets.openFields({ _id: other, ...two }), {
      phone: '13812345678',
      bankCard: '6222021234567890123',
    });
    fails('tampered', () => secrets.openFields({ _id: other, ...one }));
  });

  it('passes mongoose validation when sealed', async () => {
    await new model({
      _id: id,
      ...secrets.sealFields(id, { phone: '13812345678', bankCard: '6222021234567890123' }),
    }).validate();
  });

  for (const [what, fields] of [
    ['a plain phone', { phone: '13812345678' }],
    ['a plain phone dressed as a box', { phone: { keyId: 'k1', box: '13812345678' } }],
    [
      'a sealed field with a plain copy beside it',
      { phone: { keyId: 'k1', box: 'A'.repeat(60), plain: '13812345678' } },
    ],
    ['a plain phone as index', { phoneIndex: '13812345678' }],
  ] as [string, object][]) {
    it(`refuses to store ${what}`, async () => {
      await assert.rejects(async () => new model({ _id: id, ...fields }).validate());
    });
    it(`refuses to update to ${what}`, async () => {
      await assert.rejects(async () => model.updateOne({ _id: id }, { $set: fields }), notTimeout);
      await assert.rejects(async () => model.findOneAndUpdate({ _id: id }, { $set: fields }), notTimeout);
    });
  }

  it('refuses queries and orders on sealed content, however deep', async () => {
    const asks: [string, () => Promise<unknown>][] = [
      ['find', () => model.find({ phone: secrets.sealFields(id, { phone: '13812345678' })['phone'] }).lean()],
      ['or', () => model.findOne({ $or: [{ note: 'x' }, { $and: [{ 'phone.iv': 'x' }] }] })],
      ['sort', () => model.find({}).sort({ phone: 1 })],
      ['count', () => model.countDocuments({ bankCard: '6222021234567890123' })],
      ['aggregate', () => model.aggregate([{ $match: { phone: 'x' } }])],
      ['delete', () => model.deleteMany({ 'phone.secret': 'x' })],
    ];
    for (const [what, ask] of asks) await assert.rejects(ask, /is sealed: look it up/u, what);
  });

  it('refuses a plain value in a look-up by index', async () => {
    await assert.rejects(async () => model.findOne({ phoneIndex: '13812345678' }), notTimeout);
  });

  it('opens nothing that another document owns', () => {
    const set = secrets.sealFields(id, { phone: '13812345678' });
    const other = new mongoose.Types.ObjectId();
    fails('tampered', () => secrets.openFields({ _id: other, ...set }));
    fails('malformed', () => secrets.maskFields({ _id: other, phone: '13812345678' } as { _id: unknown }));
  });

  it('refuses empty values and schemas without a collection name', () => {
    assert.throws(() => secrets.sealFields(id, { phone: '  ' }), /empty/u);
    assert.throws(
      () => encryptedFields(new Schema({}), { phone: { kind: 'phone' } }),
      /names its collection/u,
    );
    assert.throws(() => secrets.where('bankCard', '6222'), /no blind index/u);
  });

  /** The refusal must come from the schema, not from waiting for a store that is not there. */
  function notTimeout(error: unknown): boolean {
    return error instanceof Error && !/buffering timed out|connect/iu.test(error.message);
  }
});
