import type { AssignCase, CaseView } from '../../core/contract/cases.ts';
import type { Ctx } from '../../platform/context.ts';
import { moveCase } from './move-case.ts';
import { twoInspectors } from './office-staff.ts';
import { tellInspectors, tellStaff } from './tell-case.ts';

/**
 * Other inspectors take the case over; always two of them.
 * @law INS-16-1
 */
export async function assignCase(
  id: string,
  version: number,
  input: AssignCase,
  ctx: Ctx,
): Promise<CaseView> {
  const { reason } = input;
  return moveCase({ id, action: 'assign', version, given: { reason } }, ctx, async (record) => {
    const inspectors = await twoInspectors(input, record, ctx);
    const [leadInspectorId = '', coInspectorId = ''] = inspectors.inspectorIds;
    return {
      set: inspectors,
      reason,
      facts: { leadInspectorId, coInspectorId },
      andAlso: async (changed) => {
        const gone = record.inspectorIds.filter((one) => !inspectors.inspectorIds.includes(one));
        await tellInspectors(changed, 'caseAssigned', ctx, record.inspectorIds);
        await tellStaff(changed, gone, 'caseHandedOver', ctx);
      },
    };
  });
}
