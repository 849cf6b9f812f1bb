import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { SETTINGS } from '../../server/config.ts';
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
});
