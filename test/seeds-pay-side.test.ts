import assert from 'node:assert/strict';
import { PLANNED_PROJECTS, teamsTelling } from '../seeds/pay-side/plan.ts';
import { seedRoster } from '../seeds/pay-side/seed-roster.ts';
import { runSeeds } from '../seeds/run-seeds.ts';
import { addPayMonths, payMonthOf } from '../server/core/kit/plain-date.ts';
import {
  attendanceTotals,
  coverageOf,
  elsewhereIn,
  findRoster,
  teamsOf,
} from '../server/features/roster/index.ts';
import { configure } from '../server/configure.ts';
import { systemClock } from '../server/platform/clock.ts';
import { systemCtx } from '../server/platform/context.ts';
import { testConfig } from './support/config.ts';
import { useStore } from './support/store.ts';

describe('the demo’s sites, rosters and attendance', function () {
  this.timeout(60_000);
  useStore({ emptyBefore: 'all' });
  const ctx = systemCtx('test', { now: systemClock.now(), today: systemClock.today() });
  const lastMonth = addPayMonths(payMonthOf(ctx.today), -1);

  before(async () => {
    configure(testConfig(), systemClock);
    await runSeeds({ ctx, demo: true, regionCode: '5326' });
    await seedRoster(ctx);
  });

  it('a second start adds nothing', async () => {
    const again = await seedRoster(ctx);
    assert.deepEqual(again, { companies: 0, projects: 0, teams: 0, people: 0, months: 0 });
  });

  it('every planned team stands on its site with the people planned', async () => {
    for (const { id, teams } of PLANNED_PROJECTS) {
      const found = await teamsOf(id);
      assert.deepEqual(found.map((team) => team.id).sort(), teams.map((team) => team.id).sort());
    }
  });

  it('each story of the roster side is there', async () => {
    const [ghosts] = teamsTelling('ghostWorker');
    const [cards] = teamsTelling('cardCollected');
    const [gate] = teamsTelling('gateClosed');
    const [twins] = teamsTelling('twoSites');
    const [owed] = teamsTelling('leftUnsettled');
    assert.ok(ghosts && cards && gate && twins && owed);
    const scope = (place: typeof ghosts) => ({ projectId: place.project.id, teamId: place.team.id });
    const people = await findRoster(scope(ghosts), lastMonth);
    const attended = await attendanceTotals(scope(ghosts), lastMonth);
    assert.equal(people.filter(({ enrolmentId }) => !attended.has(enrolmentId)).length, 2);
    const holders = await findRoster(scope(cards), lastMonth);
    const ownCards = new Set(holders.map(({ bankCard }) => bankCard));
    assert.equal(holders.length - ownCards.size, 4);
    const waiting = (await findRoster(scope(gate), lastMonth)).filter(({ state }) => state === 'pending');
    assert.equal(waiting.length, 3);
    const both = await findRoster(scope(twins), lastMonth);
    const elsewhere = await elsewhereIn(
      both.map(({ workerId }) => workerId),
      twins.project.id,
      lastMonth,
    );
    assert.equal(elsewhere.size, 2);
    assert.equal((await coverageOf(twins.project.id)).onSeveralSites, 2);
    assert.equal((await coverageOf(owed.project.id)).leftUnsettled, 4);
  });
});
