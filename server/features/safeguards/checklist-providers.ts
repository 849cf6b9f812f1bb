import type { ChecklistFact } from '../../core/pay/checklist-facts.ts';
import type { Ctx } from '../../platform/context.ts';

/** Facts of the checklist that are kept by features which know of this one. */
export interface LaterFacts {
  wagePayment?: ChecklistFact;
  gcDirectPay?: ChecklistFact;
}
export type ChecklistProvider = (projectId: string, ctx: Pick<Ctx, 'today' | 'now'>) => Promise<LaterFacts>;

const providers: ChecklistProvider[] = [];

/** Whoever keeps payrolls says at start how wages and direct pay of a project stand. */
export function registerChecklistFacts(provider: ChecklistProvider): void {
  providers.push(provider);
}

/** What they say today; an item nobody speaks of stays unknown. */
export async function laterFacts(projectId: string, ctx: Pick<Ctx, 'today' | 'now'>): Promise<LaterFacts> {
  const told: LaterFacts = {};
  for (const provider of providers) Object.assign(told, await provider(projectId, ctx));
  return told;
}
