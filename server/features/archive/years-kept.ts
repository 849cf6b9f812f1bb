import type { Ctx } from '../../platform/context.ts';
import { findParameter } from '../parameters/index.ts';

/** How many years an office keeps its files; undefined where its area has not set it, and they are kept. */
export async function yearsKept(
  officeCode: string,
  { today }: Pick<Ctx, 'today'>,
): Promise<number | undefined> {
  const set = await findParameter('caseFileYears', officeCode, today);
  return typeof set?.value === 'number' ? set.value : undefined;
}
