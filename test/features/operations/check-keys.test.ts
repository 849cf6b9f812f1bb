import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { checkKeys } from '../../../server/features/operations/health/check-keys.ts';
import { configureFieldKeys, keepRotation } from '../../../server/platform/crypto/index.ts';
import { useStore } from '../../support/store.ts';

const key = (suite: 'aes' | 'sm' = 'aes'): string =>
  `${suite === 'sm' ? 'sm:' : ''}${randomBytes(32).toString('base64')}`;
const now = new Date('2026-03-02T02:00:00Z');

describe('what the health page says of the keys', () => {
  useStore();
  const ring = (active: string, keys: Record<string, string>, next?: string): void =>
    configureFieldKeys({
      fieldKeys: { active, keys, ...(next === undefined ? {} : { next }) },
      blindIndexKey: key(),
    });
  const said = async (cipherSuite: 'aes' | 'sm' = 'aes'): Promise<string> => {
    const { level, en } = await checkKeys({ cipherSuite });
    return `${level}: ${en}`;
  };

  it('one key is well, and its suite is named', async () => {
    ring('k1', { k1: key() });
    assert.equal(await said(), 'good: Personal data is sealed with AES-256-GCM, key k1');
    ring('k2', { k2: key('sm') });
    assert.equal(await said('sm'), 'good: Personal data is sealed with SM4/SM3, key k2');
  });

  it('another suite than the settings ask for is a warning', async () => {
    ring('k1', { k1: key() });
    assert.match(await said('sm'), /^warning: .*AES-256-GCM, the settings ask for SM4\/SM3: .*--add$/u);
  });

  it('a key that waits to be used is no old one', async () => {
    ring('k1', { k1: key(), k2: key() }, 'k2');
    assert.equal(await said(), 'good: Personal data is sealed with AES-256-GCM, key k1');
  });

  it('an old key is a warning until everything is sealed with the new one', async () => {
    ring('k2', { k1: key(), k2: key() });
    await keepRotation({ _id: 'field:k2', changed: 400, after: 'x', collectionName: 'workers' });
    assert.match(await said(), /^warning: .*400 values re-encrypted, records still use k1$/u);
    await keepRotation({ _id: 'field:k2', changed: 900, doneAt: now });
    assert.match(await said(), /^good: .*key k2 \(AES-256-GCM\); k1 may be retired$/u);
  });

  it('blind indexes that are half made are a fault', async () => {
    ring('k1', { k1: key() });
    await keepRotation({ _id: 'blind', changed: 5, blindMark: 'blind:0' });
    assert.match(await said(), /^bad: .*--blind$/u);
    await keepRotation({ _id: 'blind', changed: 9, blindMark: 'blind:0', doneAt: now });
    assert.match(await said(), /^good/u);
  });
});
