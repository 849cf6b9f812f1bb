import type { ComplaintAction, ComplaintState } from '../../core/contract/complaints.ts';
import { decide, openActions } from '../../core/kit/flow.ts';
import type { Move } from '../../core/kit/flow.ts';
import type { CitableId } from '../../core/law/articles.ts';
import { meetDeadlines, startDeadline } from '../../core/law/deadline.ts';
import type { Deadline } from '../../core/law/deadline.ts';
import type { PeriodId } from '../../core/law/periods.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { refusedMove } from '../../platform/refused-move.ts';
import { loadCalendar } from '../calendar/index.ts';
import type { ComplaintRole } from './complaint.flow.ts';
import { COMPLAINT_FLOW, DEPARTMENT_OFFER_FLOW, OPEN_STATES } from './complaint.flow.ts';
import { isShutByMembers, isUnguarded, pendingOf } from './complaint.guards.ts';
import type { ComplaintChange, ComplaintFilter } from './complaint-queries.model.ts';
import { tellListeners } from './complaint-listeners.ts';
import { findComplaint, nextDueOn, saveMove } from './complaint-queries.model.ts';
import type { ComplaintContentRecord, ComplaintRecord, HistoryRecord } from './complaint.record.ts';
import { rolesFor, visibleLimit } from './complaint-reach.ts';
import { unnamed } from './identity.ts';
import { startsFor } from './petition-periods.ts';
import { recordComplaintEvent, tellOffices } from './record-complaint-event.ts';

/** Who moves it, where that is not read off his grants: the complainant himself. */
export interface MoveAs {
  limits: ComplaintFilter;
  roles: readonly ComplaintRole[];
}

export interface MoveTarget {
  id: string;
  /** The version the mover saw; a neighbour feature that acts in its own transaction gives none. */
  version?: number;
  as?: MoveAs;
}

/** A move at the desk is always made on what was seen there. */
export interface DeskTarget {
  id: string;
  version: number;
}

/** What a use case adds to the bare move. */
export interface ComplaintMove {
  set?: Partial<ComplaintContentRecord>;
  unset?: readonly (keyof ComplaintContentRecord)[];
  /** Its periods, where the move does more than meet and start them. */
  deadlines?: Deadline[];
  /** The mover's own words: in the history, never in the event. */
  reason?: string;
  facts?: Record<string, string | number | boolean>;
  fileIds?: string[];
  andAlso?: (changed: ComplaintRecord) => Promise<void>;
}

const flowOf = ({ toDepartment }: Pick<ComplaintRecord, 'toDepartment'>) =>
  toDepartment === undefined ? COMPLAINT_FLOW : DEPARTMENT_OFFER_FLOW;

/** The actions open to somebody in these roles now: what the client draws its buttons from. */
export function openComplaintActions(
  complaint: ComplaintRecord,
  roles: readonly ComplaintRole[],
  ctx: Pick<Ctx, 'today'>,
): ComplaintAction[] {
  return openActions(flowOf(complaint), complaint.state, roles, ctx.today).filter((action) =>
    isUnguarded(action, complaint, ctx.today),
  );
}

/**
 * Every move of a complaint: open to this mover in this state, saved if nobody was faster, its event and its messages
 * in one transaction with it; the offices' screens hear of it once it is committed.
 */
export async function moveComplaint(
  { id, version, as }: MoveTarget,
  action: ComplaintAction,
  given: Readonly<Record<string, unknown>>,
  ctx: Ctx,
  decideMove: (complaint: ComplaintRecord) => Promise<ComplaintMove> | ComplaintMove = () => ({}),
): Promise<ComplaintRecord> {
  return inTransaction(async () => {
    const complaint = await findComplaint(id, as?.limits ?? visibleLimit(ctx));
    if (complaint === null) throw new AppError('notFound');
    if (version !== undefined && version !== complaint.version) throw new AppError('staleVersion');
    const roles = as?.roles ?? rolesFor(complaint, ctx);
    const decided = decide(flowOf(complaint), complaint, action, { roles }, ctx.today, given);
    if (!decided.ok) throw refusedMove(decided);
    if (isShutByMembers(action, complaint)) throw new AppError('groupHasMembers');
    if (!isUnguarded(action, complaint, ctx.today))
      throw new AppError('conflict', { state: complaint.state });
    const move = await decideMove(complaint);
    const isComplainant = !roles.some((role) => role !== 'complainant');
    const change = await changeOf(complaint, action, decided, move, ctx, isComplainant);
    const changed = await saveMove(complaint, change);
    if (changed === null) throw new AppError('staleVersion');
    await recordComplaintEvent(changed, action, eventFacts(change), unnamed(changed, ctx, isComplainant));
    await move.andAlso?.(changed);
    await tellListeners(changed, ctx);
    tellOffices(changed, complaint.officeCode, complaint.toOffice);
    return changed;
  });
}

type Decided = Move<ComplaintState, PeriodId, CitableId>;

async function changeOf(
  before: ComplaintRecord,
  action: ComplaintAction,
  { to, meets, starts, cite }: Decided,
  move: ComplaintMove,
  ctx: Ctx,
  isComplainant: boolean,
): Promise<ComplaintChange> {
  const after = { ...before, ...move.set };
  for (const key of move.unset ?? []) Reflect.deleteProperty(after, key);
  const deadlines = move.deadlines ?? (await runDeadlines(before, after.areaCode, { meets, starts }, ctx));
  const pending = pendingOf(after);
  const due = deadlines === before.deadlines ? {} : { deadlines, nextDueOn: nextDueOn(deadlines) };
  const history: HistoryRecord = {
    action,
    from: before.state,
    to,
    at: ctx.now,
    on: ctx.today,
    by: whoActs(ctx, isComplainant),
    ...(move.reason === undefined ? {} : { reason: move.reason }),
    ...(cite === undefined ? {} : { cite }),
    ...(move.facts === undefined ? {} : { facts: move.facts }),
    ...(move.fileIds === undefined || move.fileIds.length === 0 ? {} : { fileIds: move.fileIds }),
  };
  return {
    set: {
      ...move.set,
      state: to,
      open: OPEN_STATES.includes(to),
      ...due,
      ...(pending === undefined ? {} : { pending }),
    },
    unset: [...(move.unset ?? []), ...(pending === undefined ? (['pending'] as const) : [])],
    history,
  };
}

/** The periods after a move: those it meets are met today, those it starts run by the calendar of the area. */
async function runDeadlines(
  before: ComplaintRecord,
  areaCode: string,
  { meets, starts }: Pick<Decided, 'meets' | 'starts'>,
  ctx: Ctx,
): Promise<readonly Deadline[] & Deadline[]> {
  if (meets.length === 0 && starts.length === 0) return before.deadlines;
  const met = meetDeadlines(before.deadlines, meets, ctx.today);
  if (starts.length === 0) return met;
  const calendar = await loadCalendar(areaCode);
  return [...met, ...startsFor(before, starts).map((period) => startDeadline(period, ctx.today, calendar))];
}

export function whoActs(ctx: Ctx, isComplainant: boolean): HistoryRecord['by'] {
  if (isComplainant) return { kind: 'complainant' };
  if (ctx.actor.kind !== 'user') return { kind: 'system' };
  return { kind: 'staff', userId: ctx.actor.userId, name: ctx.actor.name };
}

/** The event says what the history says, but for the words people wrote; a file's own chain tells where it lies. */
const eventFacts = ({ history }: ComplaintChange): Record<string, unknown> => {
  const { from, to, cite, facts, fileIds } = history;
  return { from, to, cite, ...facts, files: fileIds?.length };
};
