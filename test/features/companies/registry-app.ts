import { randomUUID } from 'node:crypto';
import { runSeeds } from '../../../seeds/run-seeds.ts';
import type { Problem } from '../../../server/core/contract/errors.ts';
import type { Role } from '../../../server/core/contract/roles.ts';
import { systemCtx } from '../../../server/platform/context.ts';
import { openAccount } from '../../../server/features/accounts/index.ts';
import { startTestApp } from '../../support/app.ts';
import type { Agent, TestApp } from '../../support/app.ts';
import { demoAccount } from '../../support/demo-accounts.ts';
import { useStore } from '../../support/store.ts';

export interface RegistryApp {
  test: TestApp;
  ctx: ReturnType<typeof systemCtx>;
  as: Record<'clerk' | 'head' | 'grid' | 'company' | 'leader' | 'housing' | 'elsewhere', Agent>;
  create(path: string, body: object, agent?: Agent, key?: string): ReturnType<Agent['post']>;
  change(path: string, version: number, body: object, agent?: Agent): ReturnType<Agent['patch']>;
  merge(path: string, version: number, intoId: string, agent?: Agent): ReturnType<Agent['post']>;
}

export const PASSWORD = 'correct horse 42';
export const problemOf = (res: { body: unknown }): Problem => res.body as Problem; // the caller expects a refusal

/** The whole application with the demo region and one person of each kind signed in; call it in a describe. */
export function useRegistryApp(): RegistryApp {
  useStore({ emptyBefore: 'all' });
  const started: { app: RegistryApp | null } = { app: null };
  before(async function () {
    this.timeout(60_000);
    const test = startTestApp();
    const ctx = systemCtx('test', { now: test.clock.now(), today: test.clock.today() });
    await runSeeds({ ctx, demo: true, regionCode: '5326' });
    const grants = [{ role: 'inspector' as const, areaCode: '532622' }];
    await openAccount(
      { name: '外县', login: 'elsewhere', grants },
      { text: PASSWORD, mustChange: false },
      ctx,
    );
    const demo = (role: Exclude<Role, 'worker'>): Promise<Agent> => {
      const { login, password } = demoAccount(role);
      return test.signIn(login, password);
    };
    const as = {
      clerk: await demo('clerk'),
      head: await demo('bureauHead'),
      grid: await demo('gridOfficer'),
      company: await demo('contractor'),
      leader: await demo('leader'),
      housing: await demo('departmentLiaison'),
      elsewhere: await test.signIn('elsewhere', PASSWORD),
    };
    started.app = {
      test,
      ctx,
      as,
      create: (path, body, agent = as.clerk, key = randomUUID()) =>
        agent.post(`/api${path}`).set('idempotency-key', key).send(body),
      change: (path, version, body, agent = as.clerk) =>
        agent.patch(`/api${path}`).set('if-match', `"v${version}"`).send(body),
      merge: (path, version, intoId, agent = as.clerk) =>
        agent.post(`/api${path}/merge`).set('if-match', `"v${version}"`).send({ intoId, reason: '重复登记' }),
    };
  });
  // Filled by the hook above, before any test reads it.
  return new Proxy({} as RegistryApp, { get: (_, key) => started.app?.[key as keyof RegistryApp] });
}
