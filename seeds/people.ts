import {
  DEMO_AREA,
  DEMO_PASSWORD,
  DEMO_STAFF,
  DEMO_WORKERS,
  findUserByLogin,
  findUserByPhone,
  openAccount,
  openWorkerAccount,
} from '../server/features/accounts/index.ts';
import type { Ctx } from '../server/platform/context.ts';
import { inTransaction } from '../server/platform/db.ts';

export { DEMO_COMPANY_ID, DEMO_PASSWORD, DEMO_PEOPLE } from '../server/features/accounts/index.ts';
export type { DemoPerson } from '../server/features/accounts/index.ts';

/** Opens the demo accounts that are not there yet; running it again changes nothing. */
export async function seedPeople(ctx: Ctx): Promise<{ made: number }> {
  let made = 0;
  for (const { role, login, name, bounds, areaCode } of DEMO_STAFF) {
    if ((await findUserByLogin(login)) !== null) continue;
    const grants = [{ role, areaCode: areaCode ?? DEMO_AREA, ...bounds }];
    await openAccount({ name, login, grants }, { text: DEMO_PASSWORD, mustChange: false }, ctx);
    made += 1;
  }
  for (const { phone, name } of DEMO_WORKERS) {
    if ((await findUserByPhone(phone)) !== null) continue;
    await inTransaction(() => openWorkerAccount(phone, ctx, name));
    made += 1;
  }
  return { made };
}
