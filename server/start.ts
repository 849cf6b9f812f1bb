import { DEMO_PASSWORD, DEMO_PEOPLE } from '../seeds/people.ts';
import { seedDemo } from '../seeds/seed-demo.ts';
import { runApart } from '../workers/apart.ts';
import { startWorkers } from '../workers/start-workers.ts';
import { runProcess } from './boot.ts';
import type { Booted } from './boot.ts';
import { buildClient } from './build-client.ts';
import { findAdmins } from './features/accounts/index.ts';
import { publish } from './platform/realtime/index.ts';
import { throughHandOver } from './platform/open-store.ts';
import { runServer } from './run-server.ts';

// `npm start`: pages built, store, server and workers in one command; the demo region at the first start.
await buildClient({ log: (line) => console.log(line) });
await runProcess(async (booted) => {
  const { config, clock, log, store } = booted;
  const seeded = await throughHandOver(() => seedDemo(booted));
  const server = await runServer(booted);
  booted.onStop(() => server.stop());
  const workers = startWorkers({ ...config, log, clock, publish, findAdmins, runApart });
  booted.onStop(() => workers.stop());
  console.log(`\n安薪 Anxin ${config.publicUrl}`);
  if (store.kind === 'embedded') {
    console.log('数据保存在内置单机存储 / data is in the embedded single-node store (README: MONGODB_URI)');
  }
  if (config.demo && seeded.people > 0) printDemoAccounts(booted);
});

/** Once, at the first start; the sign-in page offers them as long as the demo region is loaded. */
function printDemoAccounts({ config }: Booted): void {
  console.log(`\n演示账号 / demo accounts, 密码 / password: ${DEMO_PASSWORD}`);
  for (const person of DEMO_PEOPLE) {
    const sign =
      'login' in person ? person.login : `${person.phone}（验证码 / code: ${config.publicUrl}/demo-inbox）`;
    console.log(`  ${person.zh} ${person.en}: ${sign}`);
  }
}
