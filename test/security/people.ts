import { ROLES } from '../../server/core/contract/roles.ts';
import type { Grant, Role } from '../../server/core/contract/roles.ts';
import { openAccount } from '../../server/features/accounts/index.ts';
import { systemCtx } from '../../server/platform/context.ts';
import { deliverDue } from '../../server/platform/outbox/index.ts';
import { DEMO_PEOPLE } from '../../seeds/people.ts';
import type { Agent, TestApp } from '../support/app.ts';
import { demoAccount } from '../support/demo-accounts.ts';

export interface Person {
  who: string;
  role: Role;
  agent: Agent;
}

const PASSWORD = 'foreign eyes 2026';
/** A county of the same prefecture of which the demo holds nothing. */
export const ELSEWHERE = '532628';
const HERE = '532601';

/** The demo's own people: each account there is, because two of one role may see different things. */
export async function insiders(test: TestApp): Promise<Person[]> {
  const people: Person[] = [];
  for (const person of DEMO_PEOPLE) {
    const { role } = person;
    const agent =
      'login' in person
        ? await test.signIn(person.login, demoAccount('admin').password)
        : await byPhone(test, person.phone);
    people.push({ who: 'login' in person ? person.login : person.phone, role, agent });
  }
  return people;
}

/** Of every role somebody to whom nothing of the demo belongs: another area, company, branch, department or phone. */
export async function outsiders(test: TestApp): Promise<Person[]> {
  const people: Person[] = [];
  const open = async (who: string, grant: Grant): Promise<void> => {
    const at = { now: test.clock.now(), today: test.clock.today() };
    const login = `foreign.${who.toLowerCase()}`;
    await openAccount(
      { name: '外来人', login, grants: [grant] },
      { text: PASSWORD, mustChange: false },
      systemCtx('test', at),
    );
    people.push({
      who: `${grant.role} of another ${who}`,
      role: grant.role,
      agent: await test.signIn(login, PASSWORD),
    });
  };
  for (const role of ROLES) {
    if (role === 'worker') continue;
    if (role === 'contractor') {
      const grant = { role, areaCode: HERE, companyId: 'e'.repeat(24), position: 'companyAdmin' } as const;
      await open('company', grant);
    } else if (role === 'bank') await open('branch', { role, areaCode: HERE, bankBranchCode: 'ZZ999' });
    else if (role === 'departmentLiaison') {
      await open('area', { role, areaCode: ELSEWHERE, departmentCode: 'housing' });
      await open('department', { role, areaCode: HERE, departmentCode: 'water' });
    } else await open(`area${role}`, { role, areaCode: ELSEWHERE });
  }
  people.push({ who: 'worker of another phone', role: 'worker', agent: await byPhone(test, '13911112222') });
  return people;
}

async function byPhone(test: TestApp, phone: string): Promise<Agent> {
  const agent = test.visitor();
  const asked = await agent.post('/api/session/phone-code').send({ phone });
  await deliverDue({ now: test.clock.now(), log: { warn: () => undefined }, demo: true });
  const inbox = (await agent.get('/api/demo-inbox').query({ phone })).body as { text: string }[];
  const code = inbox.map(({ text }) => /\d{6}/u.exec(text)?.[0]).find((found) => found !== undefined);
  const { challengeId } = asked.body as { challengeId: string };
  const done = await agent.post('/api/session/phone').send({ challengeId, code });
  if (done.status >= 300) throw new Error(`${phone}: ${done.text}`);
  const { csrfToken } = (await agent.get('/api/session')).body as { csrfToken: string };
  return agent.set('x-csrf-token', csrfToken);
}
