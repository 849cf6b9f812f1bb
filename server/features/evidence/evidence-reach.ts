import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import {
  casesInReach,
  demandNotArchived,
  demandNotRecused,
  getCaseRecord,
  knowsReporters,
  notOpen,
} from '../cases/index.ts';
import type { CaseRecord } from '../cases/index.ts';
import type { ByStaff, EvidenceRecord } from './evidence.model.ts';
import { findEvidence } from './evidence.model.ts';

/** What came with a report exists for the two inspectors of the case alone. */
export const notHidden = (record: CaseRecord, ctx: Ctx): Record<string, unknown> =>
  knowsReporters(record, ctx) ? {} : { isHidden: false };

export interface Reached {
  piece: EvidenceRecord;
  record: CaseRecord;
  /** One of the case team: sees a picture's own time and place. */
  isTeam: boolean;
}

/** The piece and its case, when the reader may see both; throws notFound otherwise. */
export async function getPiece(id: string, ctx: Ctx): Promise<Reached> {
  const piece = await findEvidence(id, casesInReach(ctx));
  if (piece === null) throw new AppError('notFound');
  const record = await getCaseRecord(piece.caseId, ctx);
  const isTeam = knowsReporters(record, ctx);
  if (piece.isHidden && !isTeam) throw new AppError('notFound');
  return { piece, record, isTeam };
}

/** A closed case takes no more evidence and lets none go. */
export async function getOpenCase(caseId: string, ctx: Ctx): Promise<CaseRecord> {
  const record = await getCaseRecord(caseId, ctx);
  demandOpen(record, ctx);
  return record;
}

export function demandOpen(record: CaseRecord, ctx: Pick<Ctx, 'actor'>): void {
  demandNotRecused(record, ctx);
  demandNotArchived(record);
  if (record.state === 'closed') throw notOpen(record);
}

export function byOf({ actor }: Pick<Ctx, 'actor'>): ByStaff {
  if (actor.kind === 'user') return { id: actor.userId, name: actor.name };
  return { id: 'system', name: actor.kind === 'system' ? actor.name : 'system' };
}
