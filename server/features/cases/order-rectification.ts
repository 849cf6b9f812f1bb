import type { CaseView, OrderRectification } from '../../core/contract/cases.ts';
import type { Ctx } from '../../platform/context.ts';
import { wrongField } from '../../platform/wrong-field.ts';
import { holdFiles } from '../files/index.ts';
import { afterMove } from './case-clock.ts';
import { moveCase } from './move-case.ts';

import { addressedParty, alsoServedOn, tellServed } from './served-companies.ts';
import { tellComplainants } from './tell-case.ts';

/**
 * An order to pay by a day: its period runs from the day it was served to the day it names.
 * @law INS-26-1
 */
export async function orderRectification(
  id: string,
  version: number,
  input: OrderRectification,
  ctx: Ctx,
  /** The company the paper names, where there is a paper. */
  paper?: { companyId: string | undefined },
): Promise<CaseView> {
  const { servedOn, rectifyBy, mode, fileIds } = input;
  if (servedOn > ctx.today)
    throw wrongField('servedOn', '送达日期不能晚于今天', 'It cannot have been served on a day to come');
  if (rectifyBy <= servedOn)
    throw wrongField('rectifyBy', '限期须晚于送达日期', 'The last day comes after the day of service');
  return moveCase({ id, action: 'order', version, given: input }, ctx, async (record, move) => {
    if (servedOn < record.filedOn)
      throw wrongField(
        'servedOn',
        '送达日期不能早于立案日期',
        'It cannot have been served before the case was filed',
      );
    await holdFiles(fileIds, `case:${id}`, ctx, { purposes: ['evidence', 'document'] });
    const { companyId } = paper ?? addressedParty(record);
    const order = { ...input, ...(companyId === undefined ? {} : { companyId }) };
    return {
      set: alsoServedOn(record, companyId),
      push: { orders: [order], fileIds: newFiles(record.fileIds, fileIds) },
      deadlines: await afterMove(record, move, ctx, input),
      facts: { servedOn, rectifyBy, mode },
      fileIds,
      andAlso: async (changed) => {
        await tellComplainants(changed, 'caseOrdered', { rectifyBy }, ctx);
        const key = `case:${id}:order:v${changed.version}`;
        const told = { template: 'orderServed' as const, data: { rectifyBy }, key, servedOn };
        await tellServed({ ...changed, caseId: id }, companyId, told, ctx);
      },
    };
  });
}

/** Those of the files that the case does not hold yet. */
export const newFiles = (held: readonly string[], fileIds: readonly string[]): string[] => [
  ...new Set(fileIds.filter((one) => !held.includes(one))),
];
