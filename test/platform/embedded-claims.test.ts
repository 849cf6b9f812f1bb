import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Locks } from '../../server/platform/embedded/locks.ts';
import { Storage } from '../../server/platform/embedded/storage.ts';
import { Transaction } from '../../server/platform/embedded/transaction.ts';

const key = Buffer.from('k');

describe('embedded store: what a transaction lays its hand on', () => {
  const dir = mkdtempSync(join(tmpdir(), 'anxin-claims-'));
  const storage = new Storage(dir);
  const locks = new Locks();
  let commits = 1;
  const begin = () => new Transaction({ number: 1n, storage, locks, commits: () => commits });
  const write = (text: string) => {
    storage.write((apply) => apply([[key, Buffer.from(text)]]));
    commits += 1;
  };
  after(async () => {
    await storage.close();
    rmSync(dir, { recursive: true, force: true });
  });

  it('is given back when it ends, and taken by nobody else before', () => {
    const [one, other] = [begin(), begin()];
    one.claim(key);
    one.claim(key);
    assert.throws(() => other.claim(key), /Write conflict/u);
    one.end('committed');
    assert.ok(locks.none);
    other.claim(key);
    other.end('aborted');
    assert.ok(locks.none);
  });

  it('is not taken any more once it has ended, where nobody would give it back', () => {
    const ended = begin();
    ended.end('aborted');
    assert.throws(() => ended.claim(key), /has ended/u);
    assert.ok(locks.none);
  });

  it('may have been written before it began, but not since', () => {
    write('before');
    const [first, second] = [begin(), begin()];
    first.claim(key);
    first.end('aborted');
    write('since');
    assert.throws(() => second.claim(key), /Write conflict/u);
    second.end('aborted');
    assert.ok(locks.none);
  });
});
