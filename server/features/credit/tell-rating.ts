import type { Ctx } from '../../platform/context.ts';
import { enqueue } from '../../platform/outbox/index.ts';
import { findPeopleOfCompany } from '../accounts/index.ts';
import type { RatingRecord } from './rating.model.ts';

/** The company hears of its grade, the office of an objection; under the bell, and the company by mail too. */
export async function tellOfRating(record: RatingRecord, action: string, ctx: Ctx): Promise<void> {
  if (action === 'tell') await tellCompany(record, 'gradeTold', ctx);
  if (action === 'confirm' || action === 'finish') await tellCompany(record, 'gradeInForce', ctx);
  if (action === 'reopen') await tellCompany(record, 'gradeReopened', ctx);
  if (action === 'object') await tellOffice(record, ctx);
}

async function tellCompany(
  { _id, version, companyId, year, areaCode, facts }: RatingRecord,
  template: 'gradeTold' | 'gradeInForce' | 'gradeReopened',
  ctx: Ctx,
): Promise<void> {
  const id = String(_id);
  const data = { year: String(year), by: String(facts['objectBy'] ?? '') };
  for (const { id: userId, email } of await findPeopleOfCompany(companyId, 'companyAdmin')) {
    // A grade that was taken back is the office's own again until it is told anew.
    const link = template === 'gradeReopened' ? '/company/credit' : `/ratings/${id}`;
    const told = { template, to: { userId }, data, areaCode, link };
    const key = `${template}:${id}:${version}:${userId}`;
    await enqueue({ ...told, channel: 'inApp', key: `${key}:inApp` }, ctx);
    if (email !== undefined) await enqueue({ ...told, channel: 'mail', key: `${key}:mail` }, ctx);
  }
}

/** Whoever told the company hears that it objects. */
async function tellOffice({ _id, version, year, areaCode, history }: RatingRecord, ctx: Ctx): Promise<void> {
  const userId = history.findLast(({ action }) => action === 'tell')?.by.id;
  if (userId === undefined) return;
  const id = String(_id);
  const told = { template: 'gradeObjected' as const, to: { userId }, data: { year: String(year) }, areaCode };
  const key = `gradeObjected:${id}:${version}:${userId}`;
  await enqueue({ ...told, link: `/ratings/${id}`, channel: 'inApp', key }, ctx);
}
