import type { DocumentView } from '../../core/contract/documents.ts';
import type { Ctx } from '../../platform/context.ts';
import { moveDocument } from './move-document.ts';
import { tellDrafter, tellHeads } from './tell-document.ts';

/** Asks the head. */
export const submitDocument = (id: string, version: number, ctx: Ctx): Promise<DocumentView> =>
  moveDocument({ id, action: 'submit', version }, ctx, () => ({
    andAlso: (changed) => tellHeads(changed, ctx),
  }));

/** The head's word, never on a draft of his own. */
export const approveDocument = (
  id: string,
  version: number,
  { note }: { note?: string },
  ctx: Ctx,
): Promise<DocumentView> =>
  moveDocument({ id, action: 'approve', version }, ctx, () => ({
    andAlso: (changed) => tellDrafter(changed, 'documentApproved', ctx),
    ...(note === undefined ? {} : { reason: note }),
    set: ctx.actor.kind === 'user' ? { approvedBy: { id: ctx.actor.userId, name: ctx.actor.name } } : {},
  }));

/** Back to whoever drafted it, with the reason. */
export const returnDocument = (
  id: string,
  version: number,
  input: { reason: string },
  ctx: Ctx,
): Promise<DocumentView> =>
  moveDocument({ id, action: 'returnDraft', version, given: input }, ctx, () => ({
    andAlso: (changed) => tellDrafter(changed, 'documentReturned', ctx),
    reason: input.reason,
    unset: { approvedBy: 1 },
  }));

/** Void for good and still readable: the public check says so, too. */
export const voidDocument = (
  id: string,
  version: number,
  input: { reason: string },
  ctx: Ctx,
): Promise<DocumentView> =>
  moveDocument({ id, action: 'void', version, given: input }, ctx, () => ({
    reason: input.reason,
    set: { voided: { on: ctx.today, reason: input.reason } },
    unset: { effect: 1 },
  }));
