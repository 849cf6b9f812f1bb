import type { Fen } from '../../core/kit/money.ts';
import type { PayMonth } from '../../core/kit/plain-date.ts';
import type { Ctx } from '../../platform/context.ts';
import { demandTransaction } from '../../platform/audit/index.ts';
import type { HolderRef } from '../files/index.ts';
import { takeIn } from './take-in.ts';

/** What the office itself found out about a site, as the feature that found it hands it over. */
export interface OwnFinding {
  areaCode: string;
  projectId?: string;
  employerId?: string;
  /** Where no company on record is known: as it was called on site. */
  employerName?: string;
  site?: string;
  payMonths: readonly PayMonth[];
  headcount: number;
  owedFen: Fen;
  /** What was found, by which rule, and what was said of it. */
  story: string;
  /** The warning it comes of: its records stay linked, its files go with the lead. */
  alertId?: string;
  /** Another record it comes of, whose files go with the lead. */
  from?: HolderRef;
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
  const { payMonths, fileIds, alertId, from, ...content } = finding;
  const made = await takeIn(
    {
      content: { ...content, intakeKind: 'REPORT', payMonths: [...payMonths], fileIds: [...fileIds] },
      ...(alertId === undefined ? {} : { alertId }),
      filesFrom: [...(alertId === undefined ? [] : [`alert:${alertId}` as const]), ...(from ? [from] : [])],
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
