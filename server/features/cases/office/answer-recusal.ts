import type { CaseReason, CaseView } from '../../../core/contract/cases.ts';
import type { ApproveRecusal } from '../../../core/contract/office-work.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { CaseRecord, RecusalRecord } from '../case.record.ts';
import type { MovePlan } from '../move-case.ts';
import { moveCase, notOpen } from '../move-case.ts';
import { twoInspectors } from '../office-staff.ts';
import { waitingRecusal } from '../recusal.ts';
import { tellComplainants, tellInspectors, tellStaff } from '../tell-case.ts';

/**
 * The head lets an inspector stay away and names who takes his place in the same move, so that the case is never with
 * one inspector alone. Who has gone never comes back to this case.
 * @law INS-16-1
 */
export async function approveRecusal(
  id: string,
  version: number,
  input: ApproveRecusal,
  ctx: Ctx,
): Promise<CaseView> {
  const { note } = input;
  return moveCase({ id, action: 'approveRecusal', version, given: input }, ctx, async (record) => {
    const waiting = getWaiting(record);
    const isLead = record.leadInspector.id === waiting.against.id;
    const gone = {
      ...record,
      recusals: [...(record.recusals ?? []), { ...waiting, outcome: 'approved' as const }],
    };
    const ids = {
      leadInspectorId: isLead ? input.inspectorId : record.leadInspector.id,
      coInspectorId: isLead ? record.coInspector.id : input.inspectorId,
    };
    const inspectors = await twoInspectors(ids, gone, ctx, isLead ? 'leadInspectorId' : 'coInspectorId');
    const replacedBy = isLead ? inspectors.leadInspector : inspectors.coInspector;
    const answer = {
      outcome: 'approved',
      ...(note === undefined ? {} : { words: note }),
      replacedBy,
    } as const;
    return {
      ...answered(record, waiting, answer, ctx),
      set: { ...answered(record, waiting, answer, ctx).set, ...inspectors },
      ...(note === undefined ? {} : { reason: note }),
      facts: { inspectorId: waiting.against.id, replacedBy: replacedBy.id },
      andAlso: async (changed) => {
        await tellInspectors(changed, 'caseAssigned', ctx, record.inspectorIds);
        await tellStaff(changed, [waiting.against.id], 'caseHandedOver', ctx);
        if (waiting.side === 'COMPLAINANT') await tellComplainants(changed, 'caseOtherInspector', {}, ctx);
      },
    };
  });
}

/** The head finds that nothing keeps the inspector from the case, and says why. */
export async function declineRecusal(
  id: string,
  version: number,
  { reason }: CaseReason,
  ctx: Ctx,
): Promise<CaseView> {
  return moveCase({ id, action: 'declineRecusal', version, given: { reason } }, ctx, (record) => {
    const waiting = getWaiting(record);
    return {
      ...answered(record, waiting, { outcome: 'declined', words: reason }, ctx),
      reason,
      facts: { inspectorId: waiting.against.id },
      andAlso: async (changed) => {
        await tellInspectors(changed, 'caseRecusalDeclined', ctx);
        if (waiting.side === 'COMPLAINANT') await tellComplainants(changed, 'caseSameInspector', {}, ctx);
      },
    };
  });
}

function getWaiting(record: CaseRecord): RecusalRecord {
  const waiting = waitingRecusal(record);
  if (waiting === undefined) throw notOpen(record);
  return waiting;
}

/** The request with its answer, and what waited before it waits again. */
function answered(
  { recusals = [] }: CaseRecord,
  waiting: RecusalRecord,
  answer: Pick<RecusalRecord, 'outcome' | 'words' | 'replacedBy'>,
  { today }: Pick<Ctx, 'today'>,
): Pick<MovePlan, 'set' | 'unset'> {
  const decided = { ...waiting, ...answer, decidedOn: today };
  const after = recusals.map((one) => (one === waiting ? decided : one));
  return waiting.before === undefined
    ? { set: { recusals: after }, unset: { pending: 1 } }
    : { set: { recusals: after, pending: waiting.before } };
}
