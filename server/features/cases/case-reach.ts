import type { CaseAction } from '../../core/contract/cases.ts';
import type { Role } from '../../core/contract/roles.ts';
import { openActions } from '../../core/kit/flow.ts';
import { anyOf, areaRange } from '../../platform/area-limit.ts';
import type { Ctx } from '../../platform/context.ts';
import { ANSWERS, inOrder, isUnguarded } from './case-guards.ts';
import { CASE_FLOW, CASE_ROLES } from './case.flow.ts';
import type { CaseRole } from './case.flow.ts';
import type { CaseRecord } from './case.record.ts';
import { isRecused } from './recusal.ts';

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

/** As what this reader may act on the case: his roles in the area it lies in, none if he has to stay away from it. */
export function rolesOn(
  record: Pick<CaseRecord, 'areaCode' | 'officeCode' | 'recusals'>,
  { actor }: Reader,
): CaseRole[] {
  if (actor.kind === 'system') return [...CASE_ROLES];
  if (actor.kind !== 'user' || isRecused(record, actor.userId)) return [];
  const near = actor.grants.filter(
    ({ areaCode }) => record.officeCode.startsWith(areaCode) || record.areaCode.startsWith(areaCode),
  );
  return CASE_ROLES.filter((role) => near.some((grant) => grant.role === role));
}

export const idOf = ({ actor }: Reader): string | undefined =>
  actor.kind === 'user' ? actor.userId : undefined;

/** Did this reader make the request that the action would answer, or is it about him? */
export function isOwnRequest(action: CaseAction, record: CaseRecord, ctx: Reader): boolean {
  const request = ANSWERS[action];
  const userId = idOf(ctx);
  if (request === undefined || userId === undefined) return false;
  if (request !== 'recusal') return record[request]?.askedBy === userId;
  const waiting = record.recusals?.at(-1);
  return waiting?.askedBy === userId || waiting?.against.id === userId;
}

/** He himself and those for whom he stands in today: whose cases are on his list. */
export const ownIds = ({ actor }: Reader): string[] =>
  actor.kind === 'user' ? [actor.userId, ...(actor.standsInFor ?? []).map(({ userId }) => userId)] : [];

/**
 * May this reader know who made a report? The two inspectors of the case, whoever stands in for one of them as an
 * inspector, and nobody else.
 */
export const knowsReporters = (
  { inspectorIds, recusals = [] }: Pick<CaseRecord, 'inspectorIds' | 'recusals'>,
  { actor }: Reader,
): boolean => {
  if (actor.kind === 'system') return true;
  if (actor.kind !== 'user' || isRecused({ recusals }, actor.userId)) return false;
  const standsIn = (actor.standsInFor ?? []).filter(({ role }) => role === 'inspector');
  return [actor.userId, ...standsIn.map(({ userId }) => userId)].some((one) => inspectorIds.includes(one));
};

/** What this reader can do with the case now. */
export function caseActions(record: CaseRecord, ctx: Pick<Ctx, 'actor' | 'grants' | 'today'>): CaseAction[] {
  const open = openActions(CASE_FLOW, record.state, rolesOn(record, ctx), ctx.today);
  return inOrder(open).filter((action) => isUnguarded(action, record) && !isOwnRequest(action, record, ctx));
}
