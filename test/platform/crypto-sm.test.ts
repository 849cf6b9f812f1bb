import assert from 'node:assert/strict';
import { createDecipheriv, createHash, createHmac, createCipheriv, randomBytes } from 'node:crypto';
import {
  blindIndex,
  configureFieldKeys,
  open,
  seal,
  SealedFieldError,
} from '../../server/platform/crypto/index.ts';
import type { FieldPlace } from '../../server/platform/crypto/index.ts';

const HERE: FieldPlace = { collection: 'people', field: 'phone', id: '64b000000000000000000001' };
const bytes32 = (): string => randomBytes(32).toString('base64');
const SM = bytes32();
const AES = bytes32();
const BLIND = bytes32();
const ring = (active: 'k1' | 'k2', blindIndexKey = `sm:${BLIND}`): void =>
  configureFieldKeys({ fieldKeys: { active, keys: { k1: AES, k2: `sm:${SM}` } }, blindIndexKey });

const fails = (fault: string, work: () => unknown): void => {
  assert.throws(work, (error) => error instanceof SealedFieldError && error.fault === fault);
};

describe('crypto: the SM suite', () => {
  beforeEach(() => ring('k2'));

  it('rests on the SM4 of GB/T 32907: its example gives the ciphertext printed there', () => {
    const key = Buffer.from('0123456789ABCDEFFEDCBA9876543210', 'hex');
    const cipher = createCipheriv('sm4-ecb', key, null).setAutoPadding(false);
    const body = Buffer.concat([cipher.update(key), cipher.final()]);
    assert.equal(body.toString('hex').toUpperCase(), '681EDF34D206965E86B3E94F536E4246');
  });

  it('rests on the SM3 of GB/T 32905: its example gives the hash printed there', () => {
    assert.equal(
      createHash('sm3').update('abc').digest('hex').toUpperCase(),
      '66C7F0F462EEEDD9D1F2D46BDC10E4E24167C4875CF2F7A2297DA02B8F4BA8E0',
    );
  });

  for (const text of ['13812345678', '', '张三', 'a'.repeat(10_000), '0123456789abcdef', '𠮷\u0000"\\']) {
    it(`gives back what was sealed: ${JSON.stringify(text.slice(0, 20))}`, () => {
      const sealed = seal(text, HERE);
      assert.equal(sealed.keyId, 'k2');
      assert.equal(open(sealed, HERE), text);
    });
  }

  it('writes iv, HMAC-SM3 over place, iv and ciphertext, and SM4-CBC, each under a key of its own', () => {
    const box = Buffer.from(seal('13812345678', HERE).box, 'base64');
    const [iv, tag, body] = [box.subarray(0, 16), box.subarray(16, 48), box.subarray(48)];
    const part = (purpose: string): Buffer =>
      createHmac('sm3', Buffer.from(SM, 'base64')).update(purpose).digest();
    const decipher = createDecipheriv('sm4-cbc', part('anxin-field-sm4-1').subarray(0, 16), iv);
    assert.equal(Buffer.concat([decipher.update(body), decipher.final()]).toString(), '13812345678');
    const place = Buffer.from(JSON.stringify(['anxin-field-1', 'k2', 'people', 'phone', HERE.id]));
    const length = Buffer.alloc(4);
    length.writeUInt32BE(place.length);
    const whole = Buffer.concat([length, place, iv, body]);
    assert.deepEqual(createHmac('sm3', part('anxin-field-sm3-1')).update(whole).digest(), tag);
  });

  it('never gives the same box twice', () => {
    const boxes = Array.from({ length: 600 }, () => seal('13812345678', HERE).box.slice(0, 20));
    assert.equal(new Set(boxes).size, 600);
  });

  it('does not open a box in which any single byte was changed, added or cut off', () => {
    const { keyId, box } = seal('13812345678', HERE);
    const bytes = Buffer.from(box, 'base64');
    const opened = (altered: Buffer) => () => open({ keyId, box: altered.toString('base64') }, HERE);
    for (let at = 0; at < bytes.length; at += 1) {
      const altered = Buffer.from(bytes);
      altered[at] = (altered[at] ?? 0) ^ 1;
      fails('tampered', opened(altered));
    }
    fails('tampered', opened(Buffer.concat([bytes, bytes.subarray(-16)])));
    fails('malformed', opened(bytes.subarray(0, -16)));
    fails('malformed', opened(bytes.subarray(0, 20)));
  });

  it('does not open a value moved to another place', () => {
    const sealed = seal('13812345678', HERE);
    fails('tampered', () => open(sealed, { ...HERE, id: '64b000000000000000000002' }));
    fails('tampered', () => open(sealed, { ...HERE, field: 'citizenId' }));
    fails('tampered', () => open(sealed, { ...HERE, collection: 'workers' }));
  });

  it('reads what the other suite sealed, and neither opens for the other', () => {
    ring('k1');
    const old = seal('13812345678', HERE);
    ring('k2');
    const fresh = seal('13812345678', HERE);
    assert.deepEqual([open(old, HERE), open(fresh, HERE)], ['13812345678', '13812345678']);
    fails('tampered', () => open({ ...fresh, keyId: 'k1' }, HERE));
    configureFieldKeys({ fieldKeys: { active: 'k2', keys: { k2: SM } }, blindIndexKey: BLIND });
    fails('tampered', () => open(fresh, HERE)); // the same bytes, given as a key of the other suite
  });

  it('makes blind indexes with HMAC-SM3 where their key is of the suite', () => {
    const expected = createHmac('sm3', Buffer.from(BLIND, 'base64'))
      .update('phone:13812345678')
      .digest('hex');
    assert.equal(blindIndex('phone', '138 1234 5678'), expected);
    ring('k2', BLIND);
    assert.notEqual(blindIndex('phone', '138 1234 5678'), expected);
  });

  it('refuses a key that is not 32 bytes', () => {
    assert.throws(
      () =>
        configureFieldKeys({
          fieldKeys: { active: 'k1', keys: { k1: 'sm:c2hvcnQ=' } },
          blindIndexKey: BLIND,
        }),
      /32 bytes/u,
    );
  });
});
