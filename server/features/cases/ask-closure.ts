import type { AskClosure, CaseView } from '../../core/contract/cases.ts';
import { actorRef } from '../../platform/context.ts';
import type { Ctx } from '../../platform/context.ts';
import { idOf } from './case-reach.ts';
import { checkGround } from './closing-ground.ts';
import { alertBeforeReport } from './office/before-report.ts';
import { checkNothingHeld } from './proceedings/held-open.ts';
import { moveCase } from './move-case.ts';
import { tellHeads } from './tell-case.ts';

/** The inspector asks the head to close the case, with an honest code and a statement. */
export async function askClosure(
  id: string,
  version: number,
  input: AskClosure,
  ctx: Ctx,
): Promise<CaseView> {
  const { code, statement } = input;
  return moveCase({ id, action: 'askClosure', version, given: input }, ctx, async (record) => {
    checkNothingHeld(record);
    await checkGround(record, code);
    return {
      set: {
        pending: 'closure',
        closure: { code, statement, askedOn: ctx.today, askedBy: idOf(ctx) ?? actorRef(ctx.actor) },
      },
      reason: statement,
      facts: { closureCode: code },
      andAlso: async (changed) => {
        await tellHeads(changed, 'caseClosureAsked', ctx);
        await alertBeforeReport(changed.officeCode, ctx);
      },
    };
  });
}
