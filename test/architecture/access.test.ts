import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { IN_FULL, permissionsWithOtherReach } from '../../server/core/contract/reach.ts';
import { PERMISSION_TABLES, ROUTES } from '../../server/doors.ts';
import { ACCESS_DOCUMENT, accessDocument, isDownload } from '../security/access-document.ts';

describe('the table of who reaches what', () => {
  it('is what the code says today; `npm run access` writes it anew', () => {
    const written = accessDocument();
    assert.equal(
      readFileSync(ACCESS_DOCUMENT, 'utf8'),
      written,
      'run `npm run access` and look at what changed',
    );
  });

  it('knows only permissions and downloads there are', () => {
    const permissions = new Set(PERMISSION_TABLES.flatMap((table) => Object.keys(table)));
    assert.deepEqual(
      permissionsWithOtherReach.filter((permission) => !permissions.has(permission)),
      [],
    );
    const downloads = new Set(ROUTES.filter(isDownload).map(({ method, path }) => `${method} ${path}`));
    assert.deepEqual(
      Object.keys(IN_FULL).filter((door) => !downloads.has(door)),
      [],
    );
  });

  it('leaves no door that is open to everybody or to whoever is signed in without its own reach', () => {
    const named = new Set(permissionsWithOtherReach);
    const bare = ROUTES.filter(
      ({ audience }) => audience.includes('public') || audience.includes('signedIn'),
    );
    assert.ok(bare.length > 30);
    assert.deepEqual(
      bare.map(({ permission }) => permission).filter((permission) => !named.has(permission)),
      [],
    );
  });
});
