import type { RevealedWorker, RevealWorker } from '../../core/contract/workers.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { revealField } from '../../platform/crypto/index.ts';
import { enrolmentSecrets } from './enrolment.model.ts';
import { enrolmentActions } from './enrolment-view.ts';
import { getEnrolmentRecord } from './roster-reach.ts';

/** The full number, for a stated reason, to the office or to who hired the person; every view is an event. */
export async function revealPerson(
  id: string,
  { field, reason }: RevealWorker,
  ctx: Ctx,
): Promise<RevealedWorker> {
  const { record, position } = await getEnrolmentRecord(id, ctx);
  if (!enrolmentActions(record, position, ctx).includes('reveal')) throw new AppError('forbidden');
  const { areaCode } = record;
  const read = async (): Promise<string | undefined> =>
    enrolmentSecrets.openFields((await getEnrolmentRecord(id, ctx)).record)[field];
  const value = await revealField({ subject: `enrolment:${id}`, areaCode, field, reason, read }, ctx);
  return { value };
}
