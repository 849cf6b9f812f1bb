import assert from 'node:assert/strict';
import type { AreaView } from '../server/core/contract/areas.ts';
import { plainDate } from '../server/core/kit/plain-date.ts';
import { getArea, listAreas, listDepartments } from '../server/features/areas/index.ts';
import { findUnsetParameters, PARAMETERS } from '../server/features/parameters/index.ts';
import { Events } from '../server/platform/audit/event.models.ts';
import { systemCtx } from '../server/platform/context.ts';
import { runSeeds } from '../seeds/run-seeds.ts';
import { startTestApp } from './support/app.ts';
import { useStore } from './support/store.ts';

describe('seeds', () => {
  useStore();
  const today = plainDate('2026-11-21');
  const ctx = systemCtx('seeds', { now: new Date('2026-11-21T02:00:00Z'), today });
  before(() => void startTestApp());

  it('put the reference data on record without demo accounts or grids when demo is off', async () => {
    const added = await runSeeds({ ctx, demo: false, regionCode: '5326' });
    assert.deepEqual(added, { areas: 118, departments: 31, grids: 0, people: 0, companies: 0, projects: 0 });
    const { items } = await listAreas({ level: 'town', limit: 200 }, ctx);
    assert.equal(items.length, 106, '105 towns and the development zone; two closed codes are left out');
    assert.equal((await listDepartments({ areaCode: '5326' })).total, 31);
    assert.equal((await listAreas({ level: 'grid' }, ctx)).total, 0);
  });

  it('change nothing on a second run, and leave what an office has changed', async () => {
    await runSeeds({ ctx, demo: true, regionCode: '5326' });
    const events = await Events.countDocuments({});
    const before = await getArea('532601001901', ctx);
    assert.deepEqual(await runSeeds({ ctx, demo: true, regionCode: '5326' }), {
      areas: 0,
      departments: 0,
      grids: 0,
      people: 0,
      companies: 0,
      projects: 0,
    });
    assert.equal(await Events.countDocuments({}), events);
    assert.deepEqual(await getArea('532601001901', ctx), before satisfies AreaView);
  });

  it('run by two processes at once add everything once', async () => {
    const both = await Promise.all([
      runSeeds({ ctx, demo: false, regionCode: '5326' }),
      runSeeds({ ctx, demo: false, regionCode: '5326' }),
    ]);
    assert.equal(
      both.reduce((sum, { areas }) => sum + areas, 0),
      118,
    );
    assert.equal((await listAreas({ closed: true, limit: 200 }, ctx)).total, 118);
  });

  it('set no regional number: none could be verified', async () => {
    await runSeeds({ ctx, demo: true, regionCode: '5326' });
    // Of the warnings' numbers, and of what is published, our suggestion holds and is shown as one.
    const needed = Object.entries(PARAMETERS).filter(
      ([, { group }]) => !['alert', 'publicity'].includes(group),
    );
    assert.deepEqual(
      await findUnsetParameters('532601', today),
      needed.map(([key]) => key),
    );
  });

  it('of another region leave the areas to its own office', async () => {
    const added = await runSeeds({ ctx, demo: false, regionCode: '4403' });
    assert.deepEqual(added, { areas: 0, departments: 0, grids: 0, people: 0, companies: 0, projects: 0 });
  });
});
