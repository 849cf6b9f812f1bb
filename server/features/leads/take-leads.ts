import type { LeadAnswer, LeadsTaken, MachineLeads } from '../../core/contract/leads.ts';
import type { FieldProblem } from '../../core/contract/errors.ts';
import type { Ctx } from '../../platform/context.ts';
import type { LeadOrigin } from './judge-lead.ts';
import { judgeLead, problemsOf } from './judge-lead.ts';
import { asDesk, originOf } from './machine-origin.ts';
import type { TakenLead } from './take-lead.ts';
import { takeLead } from './take-lead.ts';

const LONGEST_NUMBER = 60;

/**
 * Leads a platform's program sends: each is a complaint of its own or refused for itself, in a transaction of its own, so
 * that a call that broke off is simply sent again.
 */
export async function takeLeads({ leads }: MachineLeads, ctx: Ctx): Promise<LeadsTaken> {
  const origin = originOf(ctx);
  const desk = asDesk(origin, ctx);
  const taken: LeadsTaken = { taken: 0, known: 0, changed: 0, refused: 0, leads: [] };
  for (const [index, raw] of leads.entries()) {
    const answer = await answerLead(raw, index, origin, desk);
    taken[answer.outcome] += 1;
    taken.leads.push(answer);
  }
  return taken;
}

async function answerLead(raw: object, index: number, origin: LeadOrigin, ctx: Ctx): Promise<LeadAnswer> {
  const given: unknown = Reflect.get(raw, 'externalNumber');
  const number =
    typeof given === 'string' && given.length <= LONGEST_NUMBER ? { externalNumber: given.trim() } : {};
  const refused = (fields: FieldProblem[]): LeadAnswer => ({ index, ...number, outcome: 'refused', fields });
  // A lead reached us on the day it was sent: a platform cannot date it back, nor put off its periods.
  const { lead, ...judged } = await judgeLead(raw, ctx.today, origin, ctx);
  if (lead === null) return refused(judged.problems);
  const done: TakenLead[] = [];
  const fields = await problemsOf(async () => done.push(await takeLead({ ...judged, lead }, origin, ctx)));
  const [one] = done;
  if (one === undefined) return refused(fields);
  const { outcome, receiptNumber, filed } = one;
  const likely = judged.likely
    .filter((other) => other.receiptNumber !== receiptNumber)
    .map((other) => ({ receiptNumber: other.receiptNumber, why: other.why }));
  return {
    ...{ index, ...number, outcome, receiptNumber },
    ...(filed === undefined ? {} : { officeName: filed.officeName, acceptanceDueOn: filed.acceptanceDueOn }),
    ...(likely.length === 0 ? {} : { likely }),
  };
}
