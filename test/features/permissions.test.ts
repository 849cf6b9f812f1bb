import assert from 'node:assert/strict';
import { ROLES } from '../../server/core/contract/roles.ts';
import type { Role } from '../../server/core/contract/roles.ts';
import { ROUTES } from '../../server/doors.ts';
import type { Route } from '../../server/platform/http/route.ts';
import { systemCtx } from '../../server/platform/context.ts';
import { deliverDue } from '../../server/platform/outbox/index.ts';
import { runSeeds } from '../../seeds/run-seeds.ts';
import { startTestApp } from '../support/app.ts';
import type { Agent, TestApp } from '../support/app.ts';
import { demoAccount, demoWorkerPhone } from '../support/demo-accounts.ts';
import { useStore } from '../support/store.ts';

/** The door that ends the caller's own session is knocked at last. */
const ENDS_SESSION = new Set(['delete /session']);
const SHUT = new Set(['signInRequired', 'forbidden']);

/** Milliseconds between two doors: nobody knocks so often that the limits of a minute would answer for the door. */
const APART = 2500;

const address = (route: Route): string => route.path.replace(/:\w+/g, 'f'.repeat(24));

/** Knocks with nothing in the hands: an open door answers about the content (404, 422, 428 …), a shut one about the person. */
async function knock(agent: Agent, route: Route): Promise<string> {
  const res = await agent[route.method](`/api${address(route)}`);
  assert.notEqual(res.status, 500, `${route.method} ${route.path}: ${res.text}`);
  const code: unknown = (res.body as { code?: unknown } | undefined)?.code;
  return typeof code === 'string' && SHUT.has(code) ? code : 'open';
}

describe('every door and every role, over HTTP with real sign-ins', function () {
  this.timeout(120_000);
  useStore({ emptyBefore: 'all' });
  let test: TestApp;
  const agents = new Map<Role | 'visitor', Agent>();

  before(async () => {
    test = startTestApp();
    const at = { now: test.clock.now(), today: test.clock.today() };
    await runSeeds({ ctx: systemCtx('seeds', at), demo: true, regionCode: '5326' });
    for (const role of ROLES) agents.set(role, role === 'worker' ? await worker() : await staff(role));
    agents.set('visitor', test.visitor());
  });

  const staff = (role: Exclude<Role, 'worker'>): Promise<Agent> => {
    const { login, password } = demoAccount(role);
    return test.signIn(login, password);
  };

  const worker = async (): Promise<Agent> => {
    const agent = test.visitor();
    const phone = demoWorkerPhone();
    const asked = await agent.post('/api/session/phone-code').send({ phone });
    await deliver();
    const [message] = (await agent.get('/api/demo-inbox').query({ phone })).body as { text: string }[];
    const code = /\d{6}/.exec(message?.text ?? '')?.[0];
    const { challengeId } = asked.body as { challengeId: string };
    const done = await agent.post('/api/session/phone').send({ challengeId, code });
    assert.ok(done.status < 300, done.text);
    const { csrfToken } = (await agent.get('/api/session')).body as { csrfToken: string };
    return agent.set('x-csrf-token', csrfToken);
  };

  const deliver = async (): Promise<void> => {
    await deliverDue({ now: test.clock.now(), log: { warn: () => undefined }, demo: true });
  };

  const last = (route: Route): number => (ENDS_SESSION.has(`${route.method} ${route.path}`) ? 1 : 0);
  for (const route of [...ROUTES].sort((a, b) => last(a) - last(b))) {
    it(`${route.method.toUpperCase()} ${route.path} opens to ${route.audience.join(', ')} alone`, async () => {
      test.clock.set(new Date(test.clock.now().getTime() + APART));
      for (const [who, agent] of agents) {
        const open =
          route.audience.includes('public') ||
          (who !== 'visitor' && (route.audience.includes('signedIn') || route.audience.includes(who)));
        const expected = open ? 'open' : who === 'visitor' ? 'signInRequired' : 'forbidden';
        assert.equal(await knock(agent, route), expected, who);
      }
    });
  }
});
