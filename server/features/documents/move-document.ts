import type { DocumentAction, DocumentView } from '../../core/contract/documents.ts';
import { decide } from '../../core/kit/flow.ts';
import { AppError } from '../../platform/app-error.ts';
import { appendEvent } from '../../platform/audit/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { afterCommit, inTransaction } from '../../platform/db.ts';
import { publish } from '../../platform/realtime/index.ts';
import { refusedMove } from '../../platform/refused-move.ts';
import { demandCaseNotArchived } from '../cases/index.ts';
import { isSetAsideOn } from '../cases/index.ts';
import { DOCUMENT_FLOW } from './document.flow.ts';
import type { DocumentChange } from './document.model.ts';
import { changeDocument } from './document.model.ts';
import { getDocumentRecord, isOwnDraft, isUnguarded, mayVoid, rolesOn } from './document-reach.ts';
import type { DocumentHistory, DocumentRecord } from './document.record.ts';
import { documentView } from './document-view.ts';

/** What a use case adds to a move: further changes, words and facts for the history; facts hold no personal data. */
export interface MovePlan extends DocumentChange {
  reason?: string;
  facts?: Record<string, string | number | boolean>;
  andAlso?: (changed: DocumentRecord) => Promise<void>;
}

export interface DocumentStep {
  id: string;
  action: DocumentAction;
  /** From If-Match. */
  version: number;
  given?: object;
}

/** Every move of a paper: open to this reader in this state, saved if nobody was faster, with history and event. */
export async function moveDocument(
  step: DocumentStep,
  ctx: Ctx,
  plan: (record: DocumentRecord) => Promise<MovePlan> | MovePlan,
): Promise<DocumentView> {
  const changed = await inTransaction(async () => {
    const { record, to } = await openStep(step, ctx);
    return saveStep(record, step.action, to, await plan(record), ctx);
  });
  return documentView(changed, ctx);
}

/** Looks whether the move is open, without writing. */
export async function openStep(
  { id, action, version, given = {} }: DocumentStep,
  ctx: Ctx,
): Promise<{ record: DocumentRecord; to: DocumentRecord['state'] }> {
  const record = await getDocumentRecord(id, ctx);
  const roles = rolesOn(record, ctx);
  const move = decide(DOCUMENT_FLOW, record, action, { roles }, ctx.today, { ...given });
  if (!move.ok && move.code === 'notYours') throw new AppError('forbidden');
  if (record.version !== version) throw new AppError('staleVersion');
  await demandCaseNotArchived(record.caseId);
  if (!move.ok) throw refusedMove(move);
  if (!isUnguarded(action, record)) throw new AppError('conflict', { state: record.state });
  if (isOwnDraft(action, record, ctx)) throw new AppError('ownRequest');
  if (record.caseId !== undefined && (await isSetAsideOn(record.caseId, ctx))) throw new AppError('setAside');
  if (action === 'void' && !mayVoid(record, roles)) throw new AppError('forbidden');
  return { record, to: move.to };
}

export async function saveStep(
  record: DocumentRecord,
  action: DocumentHistory['action'],
  to: DocumentRecord['state'],
  { reason, facts, andAlso, ...change }: MovePlan,
  ctx: Ctx,
): Promise<DocumentRecord> {
  const entry: DocumentHistory = {
    action,
    ...(to === record.state ? {} : { from: record.state, to }),
    at: ctx.now,
    on: ctx.today,
    by: authorOf(ctx),
    ...(reason === undefined ? {} : { reason }),
    ...(facts === undefined ? {} : { facts }),
  };
  const changed = await changeDocument(record, {
    ...change,
    set: { ...change.set, state: to },
    push: { ...change.push, history: [entry] },
  });
  if (changed === null) throw new AppError('staleVersion');
  await recordDocumentEvent(changed, action, { from: record.state, to, ...facts }, ctx);
  await andAlso?.(changed);
  tellScreens(changed);
  return changed;
}

export function authorOf({ actor }: Pick<Ctx, 'actor'>): DocumentHistory['by'] {
  return actor.kind === 'user' ? { kind: 'staff', id: actor.userId, name: actor.name } : { kind: 'system' };
}

/** Adds to the chain of the case or complaint the paper belongs to. */
export async function recordDocumentEvent(
  { _id, kind, areaCode, caseId, complaintId }: DocumentRecord,
  action: string,
  facts: Record<string, unknown>,
  ctx: Ctx,
): Promise<void> {
  const subject =
    caseId === undefined ? (`complaint:${complaintId ?? ''}` as const) : (`case:${caseId}` as const);
  const all = { documentId: String(_id), kind, ...facts };
  await appendEvent({ subject, areaCode, action: `document.${action}`, facts: all }, ctx);
}

/** Screens of the office fetch again, through their own limits. */
export function tellScreens({ _id, officeCode, caseId }: DocumentRecord): void {
  const facts = {
    type: 'documentChanged' as const,
    id: String(_id),
    ...(caseId === undefined ? {} : { caseId }),
  };
  afterCommit(() => publish(`area:${officeCode}`, 'documentChanged', facts));
}
