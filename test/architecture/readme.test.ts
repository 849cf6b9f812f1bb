import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { SETTINGS } from '../../server/settings.ts';
import { DEMO_PASSWORD, DEMO_PEOPLE } from '../../seeds/people.ts';

const readme = readFileSync('README.md', 'utf8');

describe('the README', () => {
  it('lists every setting the configuration reads', () => {
    const settings = Object.keys(SETTINGS.describe().keys as object);
    assert.ok(settings.length > 10);
    assert.deepEqual(
      settings.filter((name) => !readme.includes(`\`${name}\``)),
      [],
    );
  });

  it('names the demo accounts as they are', () => {
    assert.ok(readme.includes(`\`${DEMO_PASSWORD}\``));
    const staff = DEMO_PEOPLE.flatMap((person) => ('login' in person ? [person.login] : []));
    assert.deepEqual(
      staff.filter((login) => !readme.includes(`\`${login}\``)),
      [],
    );
  });

  it('names only commands that exist, and pictures that are there', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      scripts: Record<string, string>;
    }; // our own file
    for (const [, name] of readme.matchAll(/npm run ([a-z:-]+)/g)) assert.ok(name! in scripts, name);
    for (const [, path] of readme.matchAll(/\]\((docs\/[^)]+)\)/g)) assert.ok(existsSync(path!), path);
  });

  it('is followed by a list of all guides and decisions; every picture of a guide is there, and none is left over', () => {
    const list = readFileSync('docs/README.md', 'utf8');
    const pages = ['guides', 'decisions'].flatMap((folder) =>
      readdirSync(`docs/${folder}`).map((file) => `${folder}/${file}`),
    );
    assert.deepEqual(
      pages.filter((page) => !list.includes(`](${page})`)),
      [],
    );
    const texts = [readme, ...pages.map((page) => readFileSync(`docs/${page}`, 'utf8'))].join('\n');
    const shown = new Set([...texts.matchAll(/screens\/([a-z0-9-]+\.png)/g)].map(([, name]) => name ?? ''));
    assert.deepEqual([...shown].sort(), readdirSync('docs/screens').sort());
  });
});
