import type { CaseAction } from '../../core/contract/cases.ts';
import type { Role } from '../../core/contract/roles.ts';
import { openActions } from '../../core/kit/flow.ts';
import { anyOf, areaRange } from '../../platform/area-limit.ts';
import type { Ctx } from '../../platform/context.ts';
import { ANSWERS, inOrder, isUnguarded } from './case-guards.ts';
import { CASE_FLOW, CASE_ROLES } from './case.flow.ts';
import type { CaseRole } from './case.flow.ts';
import type { CaseRecord } from './case.record.ts';

type Reader = Pick<Ctx, 'actor' | 'grants'>;
/** Length of the code of a county, whose office handles a case. */
const OFFICE = 6;

/** Staff who see cases of their area at all; a worker or a company sees none, whatever door they came by. */
const READERS: readonly Role[] = ['clerk', 'inspector', 'bureauHead', 'leader'];

/** The reader's areas as a filter: an office by its own code, which an index answers in the order of the queue. */
export function casesInReach({ actor, grants }: Reader): Record<string, unknown> {
  if (actor.kind === 'system') return {};
  const reading = grants.filter(({ role }) => READERS.includes(role));
  const codes = [...new Set(reading.map((grant) => grant.areaCode))];
  const widest = codes.filter((code) => !codes.some((wider) => wider !== code && code.startsWith(wider)));
  return anyOf(
    widest.map((code) => {
      if (code.length === OFFICE) return { officeCode: code };
      return code.length < OFFICE ? { officeCode: areaRange(code) } : { areaCode: areaRange(code) };
    }),
  );
}

/** As what this reader may act on the case: his roles in the area it lies in. */
export function rolesOn(record: Pick<CaseRecord, 'areaCode' | 'officeCode'>, { actor }: Reader): CaseRole[] {
  if (actor.kind === 'system') return [...CASE_ROLES];
  if (actor.kind !== 'user') return [];
  const near = actor.grants.filter(
    ({ areaCode }) => record.officeCode.startsWith(areaCode) || record.areaCode.startsWith(areaCode),
  );
  return CASE_ROLES.filter((role) => near.some((grant) => grant.role === role));
}

export const idOf = ({ actor }: Reader): string | undefined =>
  actor.kind === 'user' ? actor.userId : undefined;

/** Did this reader make the request that the action would answer? */
export function isOwnRequest(action: CaseAction, record: CaseRecord, ctx: Reader): boolean {
  const request = ANSWERS[action];
  const userId = idOf(ctx);
  return request !== undefined && userId !== undefined && record[request]?.askedBy === userId;
}

/** May this reader know who made a report? The two inspectors of the case, and nobody else. */
export const knowsReporters = (record: Pick<CaseRecord, 'inspectorIds'>, ctx: Reader): boolean => {
  if (ctx.actor.kind === 'system') return true;
  const userId = idOf(ctx);
  return userId !== undefined && record.inspectorIds.includes(userId);
};

/** What this reader can do with the case now. */
export function caseActions(record: CaseRecord, ctx: Pick<Ctx, 'actor' | 'grants' | 'today'>): CaseAction[] {
  const open = openActions(CASE_FLOW, record.state, rolesOn(record, ctx), ctx.today);
  return inOrder(open).filter((action) => isUnguarded(action, record) && !isOwnRequest(action, record, ctx));
}
