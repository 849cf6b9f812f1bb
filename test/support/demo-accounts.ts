import { DEMO_PASSWORD, DEMO_PEOPLE } from '../../seeds/people.ts';
import type { Role } from '../../server/core/contract/roles.ts';

/** The first demo account of a role; workers have a phone instead of a login. */
export function demoAccount(role: Exclude<Role, 'worker'>): { login: string; password: string } {
  const person = DEMO_PEOPLE.find((one) => one.role === role);
  if (person === undefined || !('login' in person)) throw new Error(`no demo account for ${role}`);
  return { login: person.login, password: DEMO_PASSWORD };
}

export function demoWorkerPhone(): string {
  const person = DEMO_PEOPLE.find((one) => one.role === 'worker');
  if (person === undefined || !('phone' in person)) throw new Error('no demo worker');
  return person.phone;
}
