import type { PlainDate } from '../server/core/kit/plain-date.ts';
import type { Grant } from '../server/core/contract/roles.ts';
import {
  DEMO_AREA,
  DEMO_PASSWORD,
  findUserByLogin,
  findUserByPhone,
  openAccount,
} from '../server/features/accounts/index.ts';
import type { Ctx } from '../server/platform/context.ts';
import { hourOfDay } from './hour-of-day.ts';

/** A case needs two inspectors; the second one of the demo office signs in like the others. */
export const SECOND_INSPECTOR = { login: 'inspector2', name: '普建华' } as const;

/** The one who is away, so that the demo shows who stands in for him. */
export const AWAY_INSPECTOR = { login: 'inspector3', name: '龙小军' } as const;

/** Opens the second inspector's account where it is not there yet. */
export const openSecondInspector = (ctx: Ctx): Promise<void> => openInspector(SECOND_INSPECTOR, ctx);
export const openAwayInspector = (ctx: Ctx): Promise<void> => openInspector(AWAY_INSPECTOR, ctx);

async function openInspector({ login, name }: { login: string; name: string }, ctx: Ctx): Promise<void> {
  if ((await findUserByLogin(login)) !== null) return;
  const grants: Grant[] = [{ role: 'inspector', areaCode: DEMO_AREA }];
  await openAccount({ login, name, grants }, { text: DEMO_PASSWORD, mustChange: false }, ctx);
}

export interface Person {
  id: string;
  /** As this person on that day: at nine in the morning of Shanghai unless said. */
  on(day: PlainDate, hour?: number): Ctx;
}

function person(id: string, name: string, grants: readonly Grant[]): Person {
  return {
    id,
    on: (day, hour = 9) => ({
      actor: { kind: 'user', userId: id, name, grants, sessionId: 'seeds' },
      grants,
      now: hourOfDay(day, hour),
      today: day,
      requestId: 'system:seeds',
      ip: '',
    }),
  };
}

/** A member of the demo staff, to act in his or her own rights. */
export async function staff(login: string): Promise<Person> {
  const user = await findUserByLogin(login);
  if (user === null) throw new Error(`the demo account ${login} is not there`);
  return person(String(user._id), user.name, user.grants);
}

/** The demo worker with this phone. */
export async function worker(phone: string): Promise<Person> {
  const user = await findUserByPhone(phone);
  if (user === null) throw new Error('the demo worker is not there');
  return person(String(user._id), user.name, user.grants);
}
