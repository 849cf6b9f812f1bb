import type { Fen } from '../../core/kit/money.ts';
import type { PayMonth } from '../../core/kit/plain-date.ts';
import type { Ctx } from '../../platform/context.ts';
import { demandTransaction } from '../../platform/audit/index.ts';
import { takeIn } from './take-in.ts';

/** What the office itself found out about a site, as the feature that found it hands it over. */
export interface OwnFinding {
  areaCode: string;
  projectId: string;
  employerId?: string;
  payMonths: readonly PayMonth[];
  headcount: number;
  owedFen: Fen;
  /** What was found, by which rule, and what was said of it. */
  story: string;
  /** The warning it comes of: its records stay linked, its files go with the lead. */
  alertId: string;
  fileIds: readonly string[];
}

/**
 * What the office found out becomes a lead in its own queue, with number and acceptance period like any other, in the
 * caller's transaction. `submission` keeps the number when the transaction runs again.
 * @law IMP-18-1
 */
export async function openReport(
  finding: OwnFinding,
  submission: object,
  ctx: Ctx,
): Promise<{ id: string; receiptNumber: string }> {
  demandTransaction('openReport');
  const { payMonths, fileIds, alertId, ...content } = finding;
  const made = await takeIn(
    {
      content: { ...content, intakeKind: 'REPORT', payMonths: [...payMonths], fileIds: [...fileIds] },
      alertId,
      filesFrom: [`alert:${alertId}`],
      channel: 'INSPECTION',
      receivedOn: ctx.today,
      complainant: {},
      byOffice: true,
      ...(ctx.actor.kind === 'user' ? { registeredBy: ctx.actor.userId } : {}),
    },
    submission,
    ctx,
  );
  return { id: String(made._id), receiptNumber: made.receiptNumber };
}
