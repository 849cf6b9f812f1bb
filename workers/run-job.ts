import { boot } from '../server/boot.ts';
import type { Booted } from '../server/boot.ts';
import { findAdmins } from '../server/features/accounts/index.ts';
import { toldOnScreen } from '../server/platform/told-on-screen.ts';
import { dayOf, readJobArguments } from './job-arguments.ts';
import { runJobNow } from './run-job-now.ts';

let booted: Booted | undefined;
try {
  const { name, day } = readJobArguments(process.argv.slice(2));
  booted = await boot({ probe: false });
  const { config, clock, log } = booted;
  const counts = await runJobNow(name, dayOf(day, clock.today()), { ...config, log, clock, findAdmins });
  process.stdout.write(`${JSON.stringify(counts)}\n`);
} catch (error) {
  process.stderr.write(`${toldOnScreen(error)}\n`);
  process.exitCode = 1;
} finally {
  await booted?.stop();
}
