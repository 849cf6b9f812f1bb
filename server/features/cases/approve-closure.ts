import type { CaseView } from '../../core/contract/cases.ts';
import type { Ctx } from '../../platform/context.ts';
import { moveComplaint } from '../complaints/index.ts';
import { checkGround } from './closing-ground.ts';
import { checkNothingHeld } from './proceedings/held-open.ts';
import { findJoined } from './joined-complaints.ts';
import { moveCase, notOpen } from './move-case.ts';
import { CLOSURE_WORDS } from './case-words.ts';
import { tellComplainants, tellInspectors } from './tell-case.ts';

/** The head closes the case; every complaint that stands in it is answered with it. */
export async function approveClosure(
  id: string,
  version: number,
  { note }: { note?: string },
  ctx: Ctx,
): Promise<CaseView> {
  return moveCase({ id, action: 'approveClosure', version }, ctx, async (record) => {
    const { closure } = record;
    if (closure === undefined) throw notOpen(record);
    checkNothingHeld(record);
    await checkGround(record, closure.code);
    const { code } = closure;
    const words = note === undefined ? {} : { words: note };
    return {
      set: {
        closure: { ...closure, outcome: 'approved', decidedOn: ctx.today, ...words },
        closureCode: code,
        closedOn: ctx.today,
      },
      unset: { pending: 1, suspension: 1 },
      ...(note === undefined ? {} : { reason: note }),
      facts: { closureCode: code, owedFen: record.owedFen, seenFen: record.seenFen },
      andAlso: async (changed) => {
        for (const complaint of await findJoined(record.complaintIds)) {
          if (complaint.state !== 'inCase') continue;
          await moveComplaint({ id: complaint.id }, 'answer', {}, ctx, () => ({
            facts: { closureCode: code },
          }));
        }
        const outcome = CLOSURE_WORDS[code]['zh-CN'];
        await tellComplainants(changed, 'caseClosed', { outcome }, ctx);
        await tellInspectors(changed, 'caseClosureApproved', ctx);
      },
    };
  });
}
