import { Agent as HttpAgent } from 'node:http';
import type { Server } from 'node:http';
import type { Express } from 'express';
import request from 'supertest';
import { configure } from '../../server/configure.ts';
import type { Config } from '../../server/config.ts';
import { fixedClock } from '../../server/platform/clock.ts';
import { createLog } from '../../server/platform/log.ts';
import { assembleApp } from '../../server/run-server.ts';
import { testConfig } from './config.ts';
import { listening } from './listening.ts';
import { publishedShapes } from './published-shapes.ts';

export type Agent = ReturnType<typeof request.agent>;

export interface TestApp {
  app: Express;
  config: Config;
  clock: ReturnType<typeof fixedClock>;
  /** Everything the application logged. */
  lines: string[];
  /** Signs in and answers an agent that sends cookie and CSRF token by itself. */
  signIn(login: string, password: string): Promise<Agent>;
  /** Somebody who has not signed in. */
  visitor(): Agent;
}

/** Whatever a test asks for, the answer is what the description says it is, and holds nothing more. */
const isAsPublished = (one: request.Test): request.Test =>
  one.expect(({ status, headers, text }) => {
    const { method, url } = one;
    publishedShapes().checkAddress(
      method,
      new URL(url).pathname,
      status,
      headers['content-type'] ?? '',
      text ?? '',
    );
  });

/** Lines stay open between requests, and nothing is packed for the way through this very process. */
const LINES = new HttpAgent({ keepAlive: true });
const agentOf = (server: Server): Agent =>
  request
    .agent(server)
    .set('host', 'localhost')
    .set('accept-encoding', 'identity')
    .use((one: request.Test) => void isAsPublished(one).agent(LINES));

/** The real application over the test store (`useStore` first), with a clock of its own. */
export function startTestApp(
  at = new Date('2026-11-21T02:00:00Z'),
  settings: Record<string, string> = {},
): TestApp {
  const config = testConfig(settings);
  const clock = fixedClock(at);
  const lines: string[] = [];
  configure(config, clock);
  const log = createLog('info', { write: (line) => void lines.push(line) });
  const { app } = assembleApp({ config, clock, log }, { stopping: false });
  const server = listening(app);
  return {
    app,
    config,
    clock,
    lines,
    visitor: () => agentOf(server),
    signIn: async (login, password) => {
      const agent = agentOf(server);
      const done = await agent.post('/api/session').send({ login, password });
      if (done.status >= 300) throw new Error(`sign-in failed: ${done.status} ${done.text}`);
      const session = await agent.get('/api/session');
      return agent.set('x-csrf-token', (session.body as { csrfToken: string }).csrfToken);
    },
  };
}
