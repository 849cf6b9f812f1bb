import { Person } from './people.ts';
import { PASSWORD, PHONES, STAFF } from './prepare.ts';
import type { SideDoor } from './prepare.ts';

export interface People {
  staff: Person[];
  workers: Person[];
}

/** All of the bench's people at one server, with the limits on signing in lifted as often as it takes. */
export async function signIn(url: string, side: Pick<SideDoor, 'liftLimits'>): Promise<People> {
  const workers: Person[] = [];
  for (let from = 0; from < PHONES.length; from += 16) {
    await side.liftLimits();
    const some = PHONES.slice(from, from + 16).map(() => new Person(url));
    await Promise.all(some.map((person, at) => person.signInByPhone(PHONES[from + at] ?? '')));
    workers.push(...some);
  }
  await side.liftLimits();
  return { staff: await signInStaff(url, STAFF), workers };
}

export async function signInStaff(url: string, logins: readonly string[]): Promise<Person[]> {
  const staff: Person[] = [];
  for (const login of logins) {
    const person = new Person(url);
    await person.signIn(login, PASSWORD);
    staff.push(person);
  }
  return staff;
}
