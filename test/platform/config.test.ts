import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '../../server/config.ts';
import { SETTINGS } from '../../server/settings.ts';

describe('the configuration', () => {
  const dir = mkdtempSync(join(tmpdir(), 'anxin-config-'));
  after(() => rmSync(dir, { recursive: true, force: true }));

  const SAFE = {
    NODE_ENV: 'production',
    DATA_DIR: dir,
    PUBLIC_URL: 'https://anxin.example.cn',
    TRUST_PROXY_HOPS: '1',
    SMTP_URL: 'smtp://mail.example.cn',
    SMS_URL: 'https://sms.example.cn/send',
    SMS_SECRET: 'not-a-real-secret',
  };
  const load = (changes: Record<string, string | undefined> = {}) => loadConfig({ ...SAFE, ...changes });

  it('of a safe production names its text-message gateway', () => {
    assert.deepEqual(load().smsGateway, {
      url: 'https://sms.example.cn/send',
      key: 'anxin',
      secret: 'not-a-real-secret',
      sign: '安薪',
    });
  });

  it('takes the address of a replica set, with a port at each of its hosts', () => {
    for (const uri of [
      'mongodb://db1:27017,db2:27017,db3:27017/anxin?replicaSet=rs0',
      'mongodb://anxin:a%40b@db1:27017/anxin?authSource=admin&tls=true',
      'mongodb+srv://db.example.cn/anxin',
    ])
      assert.equal(SETTINGS.extract('MONGODB_URI').validate(uri).value, uri);
    const { error } = SETTINGS.extract('MONGODB_URI').validate('postgres://anxin:geheim@db1/anxin');
    assert.match(String(error), /must be a mongodb:\/\//);
    assert.doesNotMatch(String(error), /geheim/);
  });

  const REFUSED: [what: string, changes: Record<string, string | undefined>, sentence: RegExp][] = [
    ['no way to text people', { SMS_URL: undefined }, /SMS_URL is missing/],
    ['an empty way to text people', { SMS_URL: '' }, /SMS_URL is missing/],
    ['numbers sent in the clear', { SMS_URL: 'http://sms.example.cn/send' }, /SMS_URL must be an https/],
    ['a gateway without its secret', { SMS_SECRET: undefined }, /needs SMS_SECRET/],
    ['a secret anybody guesses', { SMS_SECRET: 'short' }, /SMS_SECRET/],
    ['no mail server', { SMTP_URL: undefined }, /SMTP_URL is missing/],
    ['a port that is none', { PORT: '70000' }, /PORT/],
    ['a key file that is not there', { SECRETS_FILE: join(dir, 'none.json') }, /key file is missing/],
  ];
  for (const [what, changes, sentence] of REFUSED) {
    it(`refuses a production with ${what}`, () => assert.throws(() => load(changes), sentence));
  }

  it('takes a production that says it sends no text messages, or has an adapter beside it', () => {
    const off = load({ SMS_URL: undefined, SMS_DISABLED: 'true' });
    assert.deepEqual([off.smsGateway, off.textsOff, load().textsOff], [undefined, true, false]);
    assert.equal(load({ SMS_DISABLED: 'true' }).smsGateway, undefined, 'what was switched off stays off');
    assert.equal(load({ SMS_URL: 'http://127.0.0.1:8080/' }).smsGateway?.url, 'http://127.0.0.1:8080/');
  });

  it('needs no gateway where a demo shows the messages', () => {
    assert.equal(load({ NODE_ENV: 'development', SMS_URL: undefined }).smsGateway, undefined);
  });
});
