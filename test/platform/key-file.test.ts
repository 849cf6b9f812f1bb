import assert from 'node:assert/strict';
import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addKey, activateKey, dropKey } from '../../server/cli/rotate-keys/key-sets.ts';
import { changeSecrets, watchKeyFile } from '../../server/platform/key-file.ts';
import type { Secrets } from '../../server/platform/secrets.ts';
import { loadSecrets } from '../../server/platform/secrets.ts';

describe('the key file', () => {
  let folder: string;
  let file: string;
  const load = (): Secrets => loadSecrets({ file, mayCreate: false });
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'anxin-keys-'));
    file = join(folder, 'secrets.json');
    loadSecrets({ file, mayCreate: true });
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is made for the SM suite where that is asked for', () => {
    rmSync(file);
    const { fieldKeys, blindIndexKey } = loadSecrets({ file, mayCreate: true, suite: 'sm' });
    assert.match(fieldKeys.keys['k1'] ?? '', /^sm:/u);
    assert.match(blindIndexKey, /^sm:/u);
  });

  it('changes as a whole, keeps its mode, and leaves nothing beside it', () => {
    chmodSync(file, 0o640);
    const before = load();
    addKey(file, 'field', 'sm');
    assert.deepEqual([load().fieldKeys.active, load().fieldKeys.next], ['k1', 'k2']);
    activateKey(file, 'field');
    dropKey(file, 'field', 'k1');
    assert.deepEqual(Object.keys(load().fieldKeys.keys), ['k2']);
    assert.equal(load().session, before.session);
    assert.equal(statSync(file).mode & 0o777, 0o640);
    assert.deepEqual(readdirSync(folder), ['secrets.json']);
  });

  it('gives a new key a number no key had before', () => {
    for (const id of ['k2', 'k3']) {
      addKey(file, 'field', 'aes');
      activateKey(file, 'field');
      assert.equal(load().fieldKeys.active, id);
    }
    dropKey(file, 'field', 'k1');
    dropKey(file, 'field', 'k2');
    assert.equal(addKey(file, 'field', 'aes').fieldKeys.next, 'k4');
    assert.equal(addKey(file, 'field', 'aes').fieldKeys.next, 'k4', 'one that waits stays');
  });

  it('keeps the key in use and the one that waits', () => {
    addKey(file, 'field', 'aes');
    assert.throws(() => dropKey(file, 'field', 'k1'), /in use/u);
    assert.throws(() => dropKey(file, 'field', 'k2'), /in use/u);
  });

  it('that is a link stays a link to the file that changed', () => {
    const link = join(folder, 'link.json');
    symlinkSync(file, link);
    addKey(link, 'cookie', 'aes');
    assert.equal(load().cookieKeys?.next, 'c2');
    assert.deepEqual(readdirSync(folder).sort(), ['link.json', 'secrets.json']);
  });

  it('is changed by one command at a time; what a killed one left is put away', () => {
    const lock = `${file}.lock`;
    writeFileSync(lock, String(process.pid));
    assert.throws(() => addKey(file, 'field', 'aes'), /another command/u);
    writeFileSync(lock, '999999999'); // no process has this number
    writeFileSync(`${file}.0123456789ab`, 'keys of a change that was killed');
    addKey(file, 'field', 'aes');
    assert.deepEqual(readdirSync(folder), ['secrets.json']);
  });

  it('stays as it is when a change fails', () => {
    const before = readFileSync(file, 'utf8');
    assert.throws(() =>
      changeSecrets(file, () => {
        throw new Error('no');
      }),
    );
    assert.equal(readFileSync(file, 'utf8'), before);
    assert.deepEqual(readdirSync(folder), ['secrets.json']);
  });

  it('that names a key it does not hold is refused', () => {
    const { fieldKeys, ...others } = load();
    writeFileSync(file, JSON.stringify({ ...others, fieldKeys: { ...fieldKeys, next: 'k9' } }));
    assert.throws(load, /an active key is missing/u);
  });

  it('is told of once for each change, and never when nothing can be read', () => {
    const changes: string[] = [];
    const faults: unknown[] = [];
    const watch = watchKeyFile(file, {
      changed: ({ fieldKeys }) => void changes.push(Object.keys(fieldKeys.keys).join()),
      fault: (error) => void faults.push(error),
    });
    watch.look();
    addKey(file, 'field', 'aes');
    watch.look();
    watch.look();
    const good = readFileSync(file, 'utf8');
    writeFileSync(file, good.slice(0, 30));
    watch.look();
    rmSync(file);
    watch.look();
    writeFileSync(file, good);
    watch.look();
    watch.stop();
    assert.deepEqual(changes, ['k1,k2', 'k1,k2']);
    assert.equal(faults.length, 2);
  });
});
