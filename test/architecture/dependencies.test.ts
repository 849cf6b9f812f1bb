import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import {
  LICENCES_DOCUMENT,
  licencesDocument,
  lockedPackages,
  nameOf,
  SAID_ELSEWHERE,
} from './dependencies-document.ts';

/** What may be delivered without asking a lawyer first; LGPL only as a library of its own (libvips beside sharp). */
const MAY_BE_DELIVERED = new Set(
  [
    'MIT',
    'MIT-0',
    'ISC',
    '0BSD',
    'BSD-2-Clause',
    'BSD-3-Clause',
    'Apache-2.0',
    'BlueOak-1.0.0',
    'MPL-2.0',
  ].concat([
    'PSF-2.0',
    'Zlib',
    'OFL-1.1',
    'LGPL-3.0-or-later',
    'Unlicense',
    'CC0-1.0',
    'WTFPL',
    'Python-2.0',
    'CC-BY-4.0',
  ]),
);

const pkg = JSON.parse(readFileSync('package.json', 'utf8')) as {
  engines: { node: string };
  allowScripts: Record<string, boolean>;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
}; // our own file

describe('what the product depends on', () => {
  const packages = lockedPackages();

  it('is locked by content and bound to no place it came from', () => {
    assert.ok(packages.size > 300);
    for (const [place, one] of packages) {
      assert.match(place, /^node_modules\//u);
      assert.match(one.version ?? '', /^\d+\.\d+\.\d+[\w.+-]*$/u, place);
      assert.match(one.integrity ?? '', /^sha512-[A-Za-z0-9+/]{86}==$/u, place);
      assert.deepEqual([one.resolved, one.link], [undefined, undefined], place);
    }
  });

  it('is asked for by version, never by an address, a branch or a folder', () => {
    const wrong = Object.entries({ ...pkg.dependencies, ...pkg.devDependencies }).filter(
      ([, range]) => !/^[\^~]?\d+\.\d+\.\d+$/u.test(range),
    );
    assert.deepEqual(wrong, []);
  });

  it('runs at its installation only what is named, and only what has to', () => {
    const withScript = [...packages].filter(([, one]) => one.hasInstallScript === true);
    assert.deepEqual(
      withScript.map(([place]) => nameOf(place)).sort(),
      Object.keys(pkg.allowScripts).sort(),
      'say in allowScripts whether it may run',
    );
    const allowed = Object.entries(pkg.allowScripts).filter(([, may]) => may);
    assert.deepEqual(allowed, [['esbuild', true]]);
  });

  it('is refused by the installation where Node is too old', () => {
    assert.match(readFileSync('.npmrc', 'utf8'), /^engine-strict=true$/mu);
    assert.equal(pkg.engines.node, '>=20');
    assert.doesNotMatch(readFileSync('.npmrc', 'utf8'), /registry|_auth|:\/\//u);
  });

  it('has licences under which it may be delivered', () => {
    const refused = [...packages].filter(([place, { license, dev }]) => {
      const said = license ?? SAID_ELSEWHERE[nameOf(place)];
      // A choice (A OR B) needs one that may be, a sum (A AND B) all of them.
      const choices = (said ?? '?').replaceAll(/[()]/gu, '').split(' OR ');
      const may = choices.some((choice) => choice.split(' AND ').every((one) => MAY_BE_DELIVERED.has(one)));
      return dev !== true && !may;
    });
    assert.deepEqual(
      refused.map(([place, { license }]) => `${nameOf(place)}: ${license ?? 'none'}`),
      [],
    );
  });

  it('is listed for those it is delivered to; `npm run licences` writes the list anew', () => {
    assert.equal(
      readFileSync(LICENCES_DOCUMENT, 'utf8'),
      licencesDocument(),
      'run `npm run licences` and look at what changed',
    );
  });
});
