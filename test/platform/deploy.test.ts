import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import mongoose from 'mongoose';
import { parse } from 'yaml';
import { SETTINGS } from '../../server/settings.ts';
import '../../server/doors.ts';
import { dropIndex } from '../../server/platform/drop-index.ts';
import { listMigrations } from '../../server/platform/migrations/index.ts';
import { useStore } from '../support/store.ts';

interface Compose {
  services: Record<string, { environment?: Record<string, unknown>; command?: unknown; image?: string }>;
}
const compose = (file: string): Compose => parse(readFileSync(file, 'utf8'), { merge: true }) as Compose;
const settings = new Set(Object.keys(SETTINGS.describe().keys as object));
/** Passwords of the services beside the product; they stand within MONGODB_URI and REDIS_URL. */
const OF_THE_OTHERS = ['MONGO_PASSWORD', 'MONGO_ROOT_PASSWORD', 'REDIS_PASSWORD'];

describe('what is delivered for larger installations', () => {
  it('compose.yaml starts servers, workers, store, Redis and proxy, and sets only what there is to set', () => {
    const text = readFileSync('compose.yaml', 'utf8');
    const { services } = compose('compose.yaml');
    const ours = Object.entries(services).filter(([, { image }]) => image?.startsWith('node:'));
    assert.deepEqual(ours.map(([name]) => name).sort(), ['server-1', 'server-2', 'server-3', 'workers']);
    assert.ok(['mongo', 'redis', 'nginx'].every((name) => name in services));
    for (const [name, { environment = {} }] of ours) {
      assert.deepEqual(
        Object.keys(environment).filter((key) => !settings.has(key)),
        [],
        name,
      );
      assert.match(String(environment['MONGODB_URI']), /^mongodb:\/\/anxin:\$\{MONGO_PASSWORD.*authSource/);
      assert.match(String(environment['REDIS_URL']), /^redis:\/\/:\$\{REDIS_PASSWORD/);
    }
    const asked = [...text.matchAll(/(?<!\$)\$\{([A-Z0-9_]+)/g)].map(([, name]) => name ?? '');
    assert.ok(asked.length > 5);
    assert.deepEqual(
      asked.filter((name) => !settings.has(name) && !OF_THE_OTHERS.includes(name)),
      [],
    );
  });

  it('the sharded variant gives the same servers and workers another store, and nothing else', () => {
    const { services } = compose('docs/deploy/compose.sharded.yaml');
    const base = compose('compose.yaml').services;
    for (const [name, { image, environment }] of Object.entries(base)) {
      if (image?.startsWith('node:') !== true) continue;
      assert.deepEqual(Object.keys(services[name]?.environment ?? {}), ['MONGODB_URI'], name);
      const uri = String(environment?.['MONGODB_URI']).replace('replicaSet=rs0&', '');
      assert.equal(services[name]?.environment?.['MONGODB_URI'], uri);
    }
    assert.ok(['config', 'shard-1', 'shard-2', 'mongo'].every((name) => name in services));
  });

  it('the servers of compose.yaml are those its proxy knows', () => {
    const text = readFileSync('compose.yaml', 'utf8');
    const known = [...text.matchAll(/^\s+server (server-\d):3000;/gm)].map(([, name]) => name);
    assert.deepEqual(
      known,
      Object.keys(compose('compose.yaml').services).filter((name) => name.startsWith('server-')),
    );
  });

  /** nginx answers `/x`, where it has a place `/x/` to pass on, with an address of its own: what is posted there is lost. */
  it('nginx passes on what is asked of the very names it sends to one server, and bodies that are refused half-way', () => {
    const conf = readFileSync('docs/deploy/nginx.conf', 'utf8');
    const places = [...conf.matchAll(/^\s+location (\/\S*) \{ proxy_pass/gmu)].map(([, place]) => place);
    assert.deepEqual(places, ['/socket.io/', '/api/uploads', '/']);
    assert.doesNotMatch(
      conf,
      /''\s+close;/u,
      'a server hangs up on who asks for that, before nginx has read why',
    );
  });

  /** collection → shard key and whether it is said to be unique. */
  const sharded = new Map(
    [...readFileSync('docs/deploy/shard.js', 'utf8').matchAll(/'anxin\.(\w+)', \{ (.+?) \}(, true)?\)/g)].map(
      ([, name = '', key = '', unique]) => [
        name,
        {
          key: key.split(', ').map((part) => part.split(': ') as [string, string]),
          unique: unique !== undefined,
        },
      ],
    ),
  );

  it('every collection that is sharded has its key first in each of its unique indexes, as a cluster demands', () => {
    assert.ok(sharded.size > 8);
    const models = new Map(Object.values(mongoose.models).map((model) => [model.collection.name, model]));
    for (const [name, { key, unique }] of sharded) {
      const model = models.get(name);
      assert.ok(model, name);
      const fields = key.map(([field]) => field);
      for (const field of fields) assert.ok(model.schema.path(field), `${name}.${field}`);
      const uniques = model.schema
        .indexes()
        .filter(([, options]) => options.unique === true)
        .map(([index]) => Object.keys(index));
      const isHashed = key.some(([, how]) => how === "'hashed'");
      if (isHashed) assert.deepEqual(uniques, [], `${name} is spread by a hash`);
      for (const index of uniques) assert.deepEqual(index.slice(0, fields.length), fields, name);
      if (unique)
        assert.ok(
          uniques.some((index) => index.length === fields.length),
          `${name} is unique by its key`,
        );
    }
  });

  it('docs/scale.md names the same keys', () => {
    const words = readFileSync('docs/scale.md', 'utf8');
    for (const [name, { key }] of sharded) {
      const written = `{ ${key.map((part) => part.join(': ')).join(', ')} }`;
      assert.match(words, new RegExp(`\\| \`${name}\`\\s+\\| \`${written.replace(/[{}]/g, '\\$&')}\``), name);
    }
  });

  describe('on a store of before', () => {
    useStore();

    for (const [migration, collection, field] of [
      ['sealsShardable', 'eventSeals', 'eventId'],
      ['payFileLinesShardable', 'payFileLines', 'reference'],
    ] as const) {
      it(`the second unique index of ${collection} goes, also when that is asked for twice`, async () => {
        const model = Object.values(mongoose.models).find((one) => one.collection.name === collection);
        assert.ok(model);
        const uniques = async (): Promise<string[]> =>
          ((await model.listIndexes()) as { name: string; unique?: boolean }[])
            .filter((index) => index.unique === true)
            .map(({ name }) => name);
        const before = await uniques();
        await model.collection.createIndex({ [field]: 1 }, { unique: true });
        assert.equal((await uniques()).length, before.length + 1);
        const found = listMigrations().find(({ name }) => name === migration);
        assert.ok(found);
        const step = { mark: undefined, keep: () => Promise.resolve() };
        await found.run(step);
        await found.run(step);
        assert.deepEqual(await uniques(), before);
        await dropIndex(model, 'there_is_no_such_1');
      });
    }
  });
});
