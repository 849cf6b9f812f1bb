import type { RetirementAges } from '../../core/pay/entry-gate.ts';
import type { Ctx } from '../../platform/context.ts';
import type { ParameterKey } from '../parameters/index.ts';
import { findParameter } from '../parameters/index.ts';

/** The statutory ages on record for the area today; one that is not set stays out. */
export async function retirementAges(areaCode: string, ctx: Pick<Ctx, 'today'>): Promise<RetirementAges> {
  const age = async (key: ParameterKey): Promise<number | undefined> => {
    const found = await findParameter(key, areaCode, ctx.today);
    return typeof found?.value === 'number' ? found.value : undefined;
  };
  return { male: await age('retirementAgeMale'), female: await age('retirementAgeFemale') };
}
