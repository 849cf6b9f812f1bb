import type { DocumentAction } from '../../core/contract/documents.ts';
import type { Role } from '../../core/contract/roles.ts';
import { DOCUMENT_KIND_ROWS } from '../../core/documents/kinds.ts';
import { openActions } from '../../core/kit/flow.ts';
import { AppError } from '../../platform/app-error.ts';
import { anyOf, areaRange } from '../../platform/area-limit.ts';
import type { Ctx } from '../../platform/context.ts';
import { DOCUMENT_FLOW, DOCUMENT_ROLES } from './document.flow.ts';
import type { DocumentRole } from './document.flow.ts';
import { findDocumentWithin } from './document.model.ts';
import type { DocumentRecord } from './document.record.ts';

type Reader = Pick<Ctx, 'actor' | 'grants'>;
/** Length of the code of a county, whose office issues papers. */
const OFFICE = 6;
const READERS: readonly Role[] = ['clerk', 'inspector', 'bureauHead', 'leader'];

/** The reader's areas as a filter, as for the cases the papers belong to. */
export function documentsInReach({ actor, grants }: Reader): Record<string, unknown> {
  if (actor.kind === 'system') return {};
  const codes = [
    ...new Set(grants.filter(({ role }) => READERS.includes(role)).map(({ areaCode }) => areaCode)),
  ];
  const widest = codes.filter((code) => !codes.some((wider) => wider !== code && code.startsWith(wider)));
  return anyOf(
    widest.map((code) => {
      if (code.length === OFFICE) return { officeCode: code };
      return code.length < OFFICE ? { officeCode: areaRange(code) } : { areaCode: areaRange(code) };
    }),
  );
}

/** The paper, within the reader's limits; throws notFound otherwise. */
export async function getDocumentRecord(id: string, ctx: Reader): Promise<DocumentRecord> {
  const found = await findDocumentWithin(id, documentsInReach(ctx));
  if (found === null) throw new AppError('notFound');
  return found;
}

export function rolesOn({ areaCode, officeCode }: DocumentRecord, { actor }: Reader): DocumentRole[] {
  if (actor.kind === 'system') return [...DOCUMENT_ROLES];
  if (actor.kind !== 'user') return [];
  const near = actor.grants.filter(
    (one) => officeCode.startsWith(one.areaCode) || areaCode.startsWith(one.areaCode),
  );
  return DOCUMENT_ROLES.filter((role) => near.some((grant) => grant.role === role));
}

/** Does this kind of paper go this way? What the head approves is not issued without his word. */
export function isUnguarded(action: DocumentAction, { kind, state, services }: DocumentRecord): boolean {
  const { needsApproval, isServed } = DOCUMENT_KIND_ROWS[kind];
  if (action === 'submit') return needsApproval;
  if (action === 'issue' && state === 'draft') return !needsApproval;
  if (action === 'serve') return isServed;
  if (action === 'confirmService') return services.some(isUnderWay);
  return true;
}

/** Sent, and nobody knows yet whether it arrived. */
export const isUnderWay = ({ servedOn, outcome }: DocumentRecord['services'][number]): boolean =>
  servedOn === undefined && outcome === undefined;

/** Whoever drafted it does not approve it; what the head approved only he takes back. */
export function isOwnDraft(action: DocumentAction, record: DocumentRecord, { actor }: Reader): boolean {
  return action === 'approve' && actor.kind === 'user' && record.draftedBy.id === actor.userId;
}
export function mayVoid(record: DocumentRecord, roles: readonly DocumentRole[]): boolean {
  const needsHead = record.state === 'issued' && DOCUMENT_KIND_ROWS[record.kind].needsApproval;
  return !needsHead || roles.includes('bureauHead');
}

/** What this reader can do with the paper now. */
export function documentActions(
  record: DocumentRecord,
  ctx: Pick<Ctx, 'actor' | 'grants' | 'today'>,
): DocumentAction[] {
  const roles = rolesOn(record, ctx);
  return openActions(DOCUMENT_FLOW, record.state, roles, ctx.today).filter(
    (action) =>
      isUnguarded(action, record) &&
      !isOwnDraft(action, record, ctx) &&
      (action !== 'void' || mayVoid(record, roles)),
  );
}
