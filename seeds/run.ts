import { boot } from '../server/boot.ts';
import { systemCtx } from '../server/platform/context.ts';
import { runSeeds } from './run-seeds.ts';

// `npm run seed`: reference data, and in demo mode the demo region; prints what was added, nothing on a second run.
const booted = await boot({ probe: false });
try {
  const { clock, config } = booted;
  const ctx = systemCtx('seeds', { now: clock.now(), today: clock.today() });
  const added = await runSeeds({ ctx, demo: config.demo, regionCode: config.regionCode });
  process.stdout.write(`${JSON.stringify(added)}\n`);
} finally {
  await booted.stop();
}
