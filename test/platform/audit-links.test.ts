import assert from 'node:assert/strict';
import { createHash, createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import fc from 'fast-check';
import { plainDate } from '../../server/core/kit/plain-date.ts';
import { canonicalJson } from '../../server/platform/audit/canonical-json.ts';
import { storableFacts } from '../../server/platform/audit/facts.ts';
import { eventHash, GENESIS, rootHash, sealHash, signedText } from '../../server/platform/audit/links.ts';
import {
  configureAudit,
  isRootSignature,
  isSignedText,
  publicKeyId,
  publicKeyPem,
  signRoot,
  signText,
} from '../../server/platform/audit/signing-key.ts';

const TODAY = plainDate('2026-11-21');

describe('audit: canonical JSON', () => {
  const SAME: [string, unknown, string][] = [
    [
      'keys in code-unit order, whatever order they came in',
      { b: 1, a: { d: 1, c: 2 } },
      '{"a":{"c":2,"d":1},"b":1}',
    ],
    ['numbers like keys as text', { 10: 'x', 9: 'y' }, '{"10":"x","9":"y"}'],
    ['undefined members left out', { a: undefined, b: null }, '{"b":null}'],
    ['lists in their own order', [3, 1, 2], '[3,1,2]'],
    ['Chinese and quotes', { 原因: '他说"好"\n' }, '{"原因":"他说\\"好\\"\\n"}'],
    ['minus zero as zero, as the store may return it', [-0, 1e21, 0.1], '[0,1e+21,0.1]'],
  ];
  for (const [what, value, text] of SAME) {
    it(`writes ${what}`, () => assert.equal(canonicalJson(value), text));
  }

  const REFUSED: [string, unknown][] = [
    ['a date', { at: new Date(0) }],
    ['a number that is not finite', { n: Number.NaN }],
    ['infinity', [Number.POSITIVE_INFINITY]],
    ['half a character', { s: '\ud800' }],
    ['an undefined list member', [undefined]],
    ['a function', { f: () => 1 }],
    ['a big integer', { n: 1n }],
    ['an operator key', { $gt: 1 }],
    ['a dotted key', { 'a.b': 1 }],
    ['a prototype key', JSON.parse('{"__proto__": 1}')],
    ['a key with a zero byte', { 'a\u0000': 1 }],
    ['an instance of a class', new Map()],
    ['ten levels', [[[[[[[[[[1]]]]]]]]]]],
  ];
  for (const [what, value] of REFUSED) {
    it(`refuses ${what}`, () => assert.throws(() => canonicalJson(value), TypeError));
  }

  it('reads back as the same value and does not depend on the order of keys', () => {
    const key = fc.stringMatching(/^[A-Za-z0-9_]{1,6}$/u);
    const leaf = fc.oneof(
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.boolean(),
      fc.string(),
      fc.constant(null),
    );
    const values = fc.dictionary(key, fc.oneof(leaf, fc.array(leaf), fc.dictionary(key, leaf)), {
      noNullPrototype: true,
    });
    fc.assert(
      fc.property(values, (value) => {
        fc.pre(!Object.hasOwn(value, '__proto__'));
        const text = canonicalJson(value);
        assert.deepEqual(JSON.parse(text), JSON.parse(JSON.stringify(value)));
        assert.equal(canonicalJson(Object.fromEntries(Object.entries(value).reverse())), text);
      }),
    );
  });
});

describe('audit: facts of an event', () => {
  const CASES: [string, string, string][] = [
    ['a phone in a reason', '本人来电13812345678要求停用', '本人来电138****5678要求停用'],
    ['a phone at a line start', '停用\n13812345678', '停用\n138****5678'],
    ['a citizen number', '证件 11010519491231002X。', '证件 110***********002X。'],
    ['a citizen number with a small x', '11010519491231002x', '110***********002x'],
    ['no 11 digits inside a longer number', '单号 9138123456780', '单号 9138123456780'],
    ['no number of 18 digits with a wrong check digit', '110105194912310021', '110105194912310021'],
    ['no hash', 'a'.repeat(20) + '13812345678', 'a'.repeat(20) + '13812345678'],
  ];
  for (const [what, given, stored] of CASES) {
    it(`masks ${what}`, () => {
      assert.deepEqual(storableFacts({ reason: given, list: [given] }, TODAY), {
        reason: stored,
        list: [stored],
      });
    });
  }

  it('keeps numbers, flags and nested values as they are', () => {
    const facts = { count: 13812345678, on: true, none: null, deep: { a: [1, { b: 'x' }] } };
    assert.deepEqual(storableFacts(facts, TODAY), facts);
  });

  it('refuses more than 16 KB', () => {
    assert.throws(() => storableFacts({ text: '字'.repeat(6000) }, TODAY), /16 KB/u);
  });
});

describe('audit: links', () => {
  const EVENT = {
    id: '64b000000000000000000001',
    subject: 'user:64b000000000000000000002',
    seq: 1,
    areaCode: '532601',
    day: '2026-11-21',
    at: new Date('2026-11-21T01:02:03.004Z'),
    actor: 'system:seed',
    action: 'user.disabled',
    facts: { reason: 'left' },
    prevHash: GENESIS,
  };

  it('hashes the text that the documentation names, so that anyone can re-compute it', () => {
    const text = `anxin-event-1\n{"action":"user.disabled","actor":"system:seed","areaCode":"532601","at":"2026-11-21T01:02:03.004Z","day":"2026-11-21","facts":{"reason":"left"},"id":"64b000000000000000000001","prevHash":"${GENESIS}","seq":1,"subject":"user:64b000000000000000000002"}`;
    assert.equal(eventHash(EVENT), createHash('sha256').update(text).digest('hex'));
  });

  it('covers every field of an event', () => {
    const hash = eventHash(EVENT);
    const changed = {
      id: 'x',
      subject: 'user:x',
      seq: 2,
      areaCode: '532602',
      day: '2026-11-20',
      at: new Date('2026-11-21T01:02:03.005Z'),
      actor: 'system:other',
      action: 'user.enabled',
      facts: { reason: 'left', more: 0 },
      prevHash: 'f'.repeat(64),
    };
    for (const [key, value] of Object.entries(changed)) {
      assert.notEqual(eventHash({ ...EVENT, [key]: value }), hash, key);
    }
  });

  it('covers every field of a seal and of a root', () => {
    const seal = {
      areaCode: '532601',
      day: '2026-11-21',
      seq: 1,
      eventId: 'a',
      eventHash: 'b',
      prevHash: GENESIS,
    };
    for (const key of Object.keys(seal)) {
      assert.notEqual(sealHash({ ...seal, [key]: key === 'seq' ? 2 : 'other' }), sealHash(seal), key);
    }
    const root = {
      day: '2026-11-21',
      areas: [{ areaCode: '532601', events: 1, lastHash: 'a' }],
      previousRootHash: GENESIS,
    };
    const others = [
      { ...root, day: '2026-11-22' },
      { ...root, previousRootHash: 'f' },
      { ...root, areas: [] },
      { ...root, areas: [{ areaCode: '532601', events: 2, lastHash: 'a' }] },
      { ...root, areas: [{ areaCode: '532601', events: 1, lastHash: 'b' }] },
    ];
    for (const other of others) assert.notEqual(rootHash(other), rootHash(root));
  });
});

describe('audit: the signature of a day', () => {
  const pem = (): string =>
    generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const HASH = 'ab'.repeat(32);

  it('can be checked by anyone with the public key alone', () => {
    configureAudit({ eventSigningKeyPem: pem() });
    const signature = signRoot('2026-11-20', HASH);
    const text = Buffer.from(`anxin-daily-root:2026-11-20:${HASH}`);
    assert.equal(signedText('2026-11-20', HASH), text.toString());
    assert.ok(verify(null, text, createPublicKey(publicKeyPem()), Buffer.from(signature, 'base64')));
    const der = createPublicKey(publicKeyPem()).export({ type: 'spki', format: 'der' });
    assert.equal(publicKeyId(), createHash('sha256').update(der).digest('hex').slice(0, 16));
  });

  it('does not hold for another day, hash, key, key id or damaged text', () => {
    configureAudit({ eventSigningKeyPem: pem() });
    const root = {
      day: '2026-11-20',
      rootHash: HASH,
      signature: signRoot('2026-11-20', HASH),
      keyId: publicKeyId(),
    };
    const mine = publicKeyPem();
    assert.ok(isRootSignature(root, mine));
    assert.ok(!isRootSignature({ ...root, day: '2026-11-19' }, mine));
    assert.ok(!isRootSignature({ ...root, rootHash: 'cd'.repeat(32) }, mine));
    assert.ok(!isRootSignature({ ...root, keyId: '0'.repeat(16) }, mine));
    assert.ok(!isRootSignature({ ...root, signature: 'not base64!' }, mine));
    assert.ok(!isRootSignature(root, 'not a key'));
    configureAudit({ eventSigningKeyPem: pem() });
    assert.ok(!isRootSignature({ ...root, keyId: publicKeyId() }, publicKeyPem()));
  });

  it('under a purpose holds for that text and purpose alone, and never passes for a day', () => {
    configureAudit({ eventSigningKeyPem: pem() });
    const signature = signText('receipt', '5326012026000017');
    assert.match(signature, /^[A-Za-z0-9_-]{86}$/u);
    assert.ok(isSignedText('receipt', '5326012026000017', signature));
    assert.ok(!isSignedText('receipt', '5326012026000018', signature));
    assert.ok(!isSignedText('certificate', '5326012026000017', signature));
    assert.ok(!isSignedText('receipt', '5326012026000017', 'nonsense'));
    // The last of 86 characters carries four bits that belong to no byte: the same bytes, spelt otherwise.
    const spellings = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'].filter((last) =>
      isSignedText('receipt', '5326012026000017', signature.slice(0, -1) + last),
    );
    assert.deepEqual(spellings, [signature.slice(-1)]);
    const root = { day: '2026-11-20', rootHash: HASH, keyId: publicKeyId() };
    const forged = Buffer.from(signText('receipt', signedText('2026-11-20', HASH)), 'base64url').toString(
      'base64',
    );
    assert.ok(!isRootSignature({ ...root, signature: forged }, publicKeyPem()));
    configureAudit({ eventSigningKeyPem: pem() });
    assert.ok(!isSignedText('receipt', '5326012026000017', signature));
  });

  it('refuses to start with a key of another kind', () => {
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({
      type: 'pkcs8',
      format: 'pem',
    });
    assert.throws(() => configureAudit({ eventSigningKeyPem: rsa.toString() }), /Ed25519/u);
    assert.throws(() => configureAudit({ eventSigningKeyPem: 'nonsense' }));
  });
});
