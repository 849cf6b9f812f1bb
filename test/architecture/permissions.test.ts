import assert from 'node:assert/strict';
import { ROLES } from '../../server/core/contract/roles.ts';
import type { Role } from '../../server/core/contract/roles.ts';
import { PERMISSION_TABLES, ROUTES } from '../../server/doors.ts';
import { AppError } from '../../server/platform/app-error.ts';
import type { Actor } from '../../server/platform/context.ts';
import { openDoor, openPermissions } from '../../server/platform/http/mount.ts';

const actorOf = (role: Role): Actor & { kind: 'user' } => ({
  kind: 'user',
  userId: 'a'.repeat(24),
  name: '测试',
  sessionId: 's',
  grants: [{ role, areaCode: '532601' }],
});

const codeOf = (work: () => unknown): string => {
  try {
    work();
    return 'open';
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
};

describe('the permission tables', () => {
  it('name every door, and every row opens at least one', () => {
    const keys = PERMISSION_TABLES.flatMap((table) => Object.keys(table));
    assert.equal(new Set(keys).size, keys.length, 'no key stands in two tables');
    const used = new Set(ROUTES.map((route) => route.permission));
    assert.deepEqual(
      keys.filter((key) => !used.has(key)),
      [],
    );
  });

  it('give every address one door per method', () => {
    const doors = ROUTES.map((route) => `${route.method} ${route.path}`);
    assert.equal(new Set(doors).size, doors.length);
  });

  for (const route of ROUTES) {
    const door = `${route.method.toUpperCase()} ${route.path} (${route.permission})`;
    it(`${door}: every role in or out as its row says`, () => {
      const open = route.audience.includes('public');
      assert.equal(
        codeOf(() => openDoor(route, { kind: 'anonymous' })),
        open ? 'open' : 'signInRequired',
      );
      for (const role of ROLES) {
        const listed = open || route.audience.includes('signedIn') || route.audience.includes(role);
        assert.equal(
          codeOf(() => openDoor(route, actorOf(role))),
          listed ? 'open' : 'forbidden',
          role,
        );
      }
    });
  }

  it('hand a use case only the grants that opened its door', () => {
    const both: Actor = {
      ...actorOf('admin'),
      grants: [
        { role: 'admin', areaCode: '5326' },
        { role: 'clerk', areaCode: '532601' },
      ],
    };
    assert.deepEqual(openDoor({ audience: ['clerk'] }, both), [{ role: 'clerk', areaCode: '532601' }]);
  });

  it('draw menus from the same rows', () => {
    const admin = openPermissions(PERMISSION_TABLES, [{ role: 'admin', areaCode: '5326' }]);
    const worker = openPermissions(PERMISSION_TABLES, [{ role: 'worker', areaCode: '5326' }]);
    assert.ok(admin.includes('users.list') && !worker.includes('users.list'));
    assert.deepEqual(
      openPermissions(PERMISSION_TABLES, []).filter((key) => !worker.includes(key)),
      [],
    );
  });
});
