import type { CaseAction, CaseState, CaseView } from '../../core/contract/cases.ts';
import type { FieldProblem } from '../../core/contract/errors.ts';
import { decide } from '../../core/kit/flow.ts';
import type { Move } from '../../core/kit/flow.ts';
import type { CitableId } from '../../core/law/articles.ts';
import type { Deadline } from '../../core/law/deadline.ts';
import type { PeriodId } from '../../core/law/periods.ts';
import { AppError } from '../../platform/app-error.ts';
import { appendEvent } from '../../platform/audit/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { afterCommit, inTransaction } from '../../platform/db.ts';
import { publish } from '../../platform/realtime/index.ts';
import { demandNotArchived, tellTakenOut } from './archived.ts';
import { afterMove, nextDueOn } from './case-clock.ts';
import { queueDeadlines } from './proceedings/proceeding-clock.ts';
import type { ProceedingRecord, ProceedingStep } from './proceedings/proceeding.record.ts';
import { isUnguarded } from './case-guards.ts';
import { casesInReach, isOwnRequest, rolesOn } from './case-reach.ts';
import { caseView } from './case-view.ts';
import { CASE_FLOW } from './case.flow.ts';
import type { CaseChange } from './case-queries.model.ts';
import type { CaseHistory, CaseRecord } from './case.record.ts';
import { changeCase, findCaseWithin } from './case-queries.model.ts';

export type CaseMove = Move<CaseState, PeriodId, CitableId>;

/** What a use case adds to a move: further changes, words for the history, facts for the chain, messages. */
export interface MovePlan extends CaseChange {
  /** Periods as they are after the move, where the flow table alone does not say it. */
  deadlines?: Deadline[];
  /** All of the case's proceedings as they are after the move, and the step that was made. */
  proceedings?: ProceedingRecord[];
  proceeding?: ProceedingStep;
  reason?: string;
  /** Facts without personal data: days, codes, sums. They stand in the history and in the event. */
  facts?: Record<string, string | number | boolean>;
  fileIds?: readonly string[];
  andAlso?: (changed: CaseRecord) => Promise<void>;
}

/** The case, within the reader's limits; throws notFound otherwise. */
export async function getCaseRecord(id: string, ctx: Pick<Ctx, 'actor' | 'grants'>): Promise<CaseRecord> {
  const found = await findCaseWithin(id, casesInReach(ctx));
  if (found === null) throw new AppError('notFound');
  return found;
}

/**
 * Every move of a case: open to this reader in this state, saved if nobody was faster, with its periods, its history,
 * its event and its messages in one transaction.
 */
export async function moveCase(
  { id, action, version, given = {} }: CaseStep,
  ctx: Ctx,
  plan: (record: CaseRecord, move: CaseMove) => Promise<MovePlan> | MovePlan,
): Promise<CaseView> {
  return inTransaction(async () => {
    const changed = await stepCase({ id, action, version, given }, ctx, plan);
    return caseView(changed, ctx);
  });
}

export interface CaseStep {
  id: string;
  action: CaseAction;
  /** From If-Match. */
  version: number;
  given?: object;
}

/** The same for a use case that has more to do in the transaction and answers something else. */
export async function stepCase(
  { id, action, version, given = {} }: CaseStep,
  ctx: Ctx,
  plan: (record: CaseRecord, move: CaseMove) => Promise<MovePlan> | MovePlan,
): Promise<CaseRecord> {
  const record = await getCaseRecord(id, ctx);
  const move = openMove(record, action, version, given, ctx);
  return saveStep(record, action, move, await plan(record, move), ctx);
}

function openMove(
  record: CaseRecord,
  action: CaseAction,
  version: number,
  given: object,
  ctx: Ctx,
): CaseMove {
  const roles = rolesOn(record, ctx);
  const move = decide(CASE_FLOW, record, action, { roles }, ctx.today, { ...given });
  if (!move.ok && move.code === 'notYours') throw new AppError('forbidden');
  if (record.version !== version) throw new AppError('staleVersion');
  if (action !== 'reopen') demandNotArchived(record);
  if (!move.ok) throw move.code === 'needs' ? lacking(move.missing) : notOpen(record);
  if (!isUnguarded(action, record)) throw notOpen(record);
  if (isOwnRequest(action, record, ctx)) throw new AppError('ownRequest');
  return move;
}

export const notOpen = ({ state, pending }: Pick<CaseRecord, 'state' | 'pending'>): AppError =>
  new AppError('conflict', { state, ...(pending === undefined ? {} : { pending }) });

/** The doors' shapes ask for everything a move needs; this answers callers inside the program. */
const lacking = (missing: readonly string[]): AppError => {
  const fields = missing.map((path): FieldProblem => ({
    in: 'body',
    path,
    rule: 'any.required',
    zh: '必填',
    en: 'This is needed',
  }));
  return new AppError('invalidInput', { count: fields.length }, fields);
};

/** The head takes it out again, and a worker is never told that it is too late to say his money did not come. */
const EVEN_ARCHIVED: readonly string[] = ['reopen', 'answerPayment'];

/** Writes a move that has been decided: state, periods, history, event; then whatever else belongs to it. */
export async function saveStep(
  record: CaseRecord,
  action: CaseAction | 'answerPayment' | 'recount' | 'archive' | 'proceed' | 'memberJoined' | 'memberLeft',
  move: CaseMove | null,
  plan: MovePlan,
  ctx: Ctx,
): Promise<CaseRecord> {
  if (!EVEN_ARCHIVED.includes(action)) demandNotArchived(record);
  const to = move?.to ?? record.state;
  const deadlines = plan.deadlines ?? (move === null ? record.deadlines : await afterMove(record, move, ctx));
  const proceedings = plan.proceedings ?? record.proceedings ?? [];
  const changed = await changeCase(record, {
    set: {
      ...plan.set,
      ...(plan.proceedings === undefined ? {} : { proceedings }),
      ...{ state: to, open: to !== 'closed', deadlines },
      nextDueOn: nextDueOn(queueDeadlines({ state: to, deadlines, proceedings })),
    },
    ...(plan.unset === undefined ? {} : { unset: plan.unset }),
    push: { ...plan.push, history: [historyOf(record, action, to, move?.cite, plan, ctx)] },
  });
  if (changed === null) throw new AppError('staleVersion');
  if (action === 'reopen') await tellTakenOut(record, ctx);
  await recordCaseEvent(changed, action, { from: record.state, to, ...plan.facts }, ctx);
  await plan.andAlso?.(changed);
  tellScreens(changed);
  return changed;
}

function historyOf(
  record: CaseRecord,
  action: string,
  to: CaseState,
  cite: CitableId | undefined,
  { reason, facts, fileIds, proceeding }: MovePlan,
  ctx: Ctx,
): CaseHistory {
  return {
    action,
    ...(to === record.state ? {} : { from: record.state, to }),
    at: ctx.now,
    on: ctx.today,
    by: authorOf(ctx),
    ...(reason === undefined ? {} : { reason }),
    ...(cite === undefined ? {} : { cite }),
    ...(facts === undefined || Object.keys(facts).length === 0 ? {} : { facts }),
    ...(fileIds === undefined || fileIds.length === 0 ? {} : { fileIds: [...fileIds] }),
    ...(proceeding === undefined ? {} : { proceeding }),
  };
}

/** A worker who answers is never named in the history of a case that others read. */
export function authorOf({ actor }: Pick<Ctx, 'actor'>): CaseHistory['by'] {
  if (actor.kind !== 'user') return { kind: actor.kind === 'system' ? 'system' : 'complainant' };
  const isWorker = actor.grants.every(({ role }) => role === 'worker');
  return isWorker ? { kind: 'complainant' } : { kind: 'staff', id: actor.userId, name: actor.name };
}

/** Adds to the chain of this case; facts are codes, days, sums and ids, never what people wrote. */
export async function recordCaseEvent(
  { _id, areaCode }: Pick<CaseRecord, '_id' | 'areaCode'>,
  action: string,
  facts: Record<string, unknown>,
  ctx: Ctx,
): Promise<void> {
  await appendEvent({ subject: `case:${String(_id)}`, areaCode, action: `case.${action}`, facts }, ctx);
}

/** Screens of the office fetch again, through their own limits. */
export function tellScreens({ _id, officeCode }: Pick<CaseRecord, '_id' | 'officeCode'>): void {
  const id = String(_id);
  afterCommit(() => publish(`area:${officeCode}`, 'caseChanged', { type: 'caseChanged', id }));
}
