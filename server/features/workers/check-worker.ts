import type { WriteWorker } from '../../core/contract/workers.ts';
import { checkBankCard, checkCitizenId } from '../../core/kit/identity-numbers.ts';
import { AppError } from '../../platform/app-error.ts';
import { anyOf } from '../../platform/area-limit.ts';
import type { Ctx } from '../../platform/context.ts';
import { officeLimits } from '../../platform/office-reach.ts';
import { wrongField } from '../../platform/wrong-field.ts';
import { requireKnownArea } from '../companies/index.ts';
import type { Secrets } from './worker.model.ts';
import { findByCitizenId, findWorkerWithin } from './worker.model.ts';

/**
 * Can these be the person's numbers, and is the citizen id nobody else's (VAL-ID, VAL-BANK)? A card whose Luhn digit
 * disagrees is taken: some passbook accounts have none, and the bank alone decides. Where the writer may see the record
 * that has the id already, the refusal leads there; it names nobody, as refusals are kept and passed on.
 */
export async function checkWorker(input: WriteWorker, ownId: string | null, ctx: Ctx): Promise<Secrets> {
  await requireKnownArea(input.areaCode, ctx);
  const bankCard = input.bankCard === undefined ? undefined : checkBankCard(input.bankCard);
  if (bankCard?.ok === false)
    throw wrongField('bankCard', '银行卡号应为 13–19 位数字', 'A bank card has 13 to 19 digits');
  const citizenId = input.citizenId === undefined ? undefined : checkCitizenId(input.citizenId, ctx.today);
  if (citizenId?.ok === false)
    throw wrongField(
      'citizenId',
      '不是有效的居民身份证号',
      'Not a valid citizen id (the check digit or the date of birth does not agree)',
    );
  if (citizenId !== undefined) await refuseTaken(citizenId.value, ownId, ctx);
  return { citizenId: citizenId?.value, phone: input.phone, bankCard: bankCard?.value };
}

async function refuseTaken(citizenId: string, ownId: string | null, ctx: Ctx): Promise<void> {
  const holder = await findByCitizenId(citizenId);
  if (holder === null || String(holder._id) === ownId) return;
  const seen = await findWorkerWithin(String(holder._id), anyOf(officeLimits(ctx)));
  const there = seen === null ? {} : { id: String(seen._id) };
  throw new AppError('alreadyExists', { what: '身份证号 / citizen id', ...there });
}
