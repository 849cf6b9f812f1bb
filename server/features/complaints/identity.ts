import type { Ctx } from '../../platform/context.ts';
import type { ComplaintRecord } from './complaint.record.ts';

type CaseHandlers = (caseId: string, ctx: Ctx) => Promise<boolean>;

let handlesCase: CaseHandlers = () => Promise.resolve(false);

/**
 * The feature that keeps cases says who works on one: those people know who reported. Called once, at start-up; what
 * it answers puts the former hook back.
 */
export function registerCaseHandlers(ask: CaseHandlers): () => void {
  const former = handlesCase;
  handlesCase = ask;
  return () => {
    handlesCase = former;
  };
}

type Known = Pick<ComplaintRecord, 'intakeKind' | 'officeCode' | 'registeredBy' | 'caseId'>;

/**
 * May this reader know who stands behind the complaint? A complaint bears its name; who made a report is known to
 * those who handle it alone: who wrote it down, head and intake desk of the office, the inspectors of its case.
 * @law INS-9-1
 */
export async function mayKnowComplainant(complaint: Known, ctx: Ctx): Promise<boolean> {
  if (complaint.intakeKind === 'COMPLAINT' || ctx.actor.kind === 'system') return true;
  if (ctx.actor.kind !== 'user') return false;
  if (complaint.registeredBy === ctx.actor.userId) return true;
  const ofOffice = ctx.grants.some(
    ({ role, areaCode }) => (role === 'clerk' || role === 'bureauHead') && areaCode === complaint.officeCode,
  );
  if (ofOffice) return true;
  return complaint.caseId === undefined ? false : handlesCase(complaint.caseId, ctx);
}

/** Whoever acts on his own report stands in no chain of events by his account. */
export function unnamed(
  complaint: Pick<ComplaintRecord, 'intakeKind'>,
  ctx: Ctx,
  isComplainant: boolean,
): Ctx {
  return complaint.intakeKind === 'REPORT' && isComplainant ? { ...ctx, actor: { kind: 'anonymous' } } : ctx;
}
