import { decide } from '../../core/kit/flow.ts';
import type { Move } from '../../core/kit/flow.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import type { Deadline } from '../../core/law/deadline.ts';
import type { PeriodId } from '../../core/law/periods.ts';
import { isPeriodId } from '../../core/law/periods.ts';
import { dayOf } from '../../core/lives/facts.ts';
import type { FieldValue } from '../../core/lives/field.ts';
import type { LifeAction, LifeSituation, LifeTable } from '../../core/lives/life-table.ts';
import { periodsAfter } from '../../core/lives/periods-after.ts';
import { AppError } from '../app-error.ts';
import type { Ctx } from '../context.ts';
import { refusedMove } from '../refused-move.ts';
import { readGiven, wrongGiven } from './given-shape.ts';

/** What a step leaves behind in the record. */
export interface AfterStep {
  state: string;
  facts: Record<string, FieldValue>;
  deadlines: Deadline[];
  lastOn: PlainDate;
  lastBy?: string;
  closedOn?: PlainDate;
}

export interface LifeStep {
  given: Record<string, FieldValue>;
  after: AfterStep;
  move: Move<string>;
}

export interface AskedStep<Now extends LifeSituation> {
  table: LifeTable<Now>;
  action: string;
  given: unknown;
  /** As it stands before the step. */
  now: Now;
  roles: readonly string[];
  /** Who made the step before, and on which day it happened; neither of a record that is only opened now. */
  last?: { by?: string | undefined; on: PlainDate } | undefined;
  /** Nothing happens before what it follows; the words say what that was. */
  notBefore?: { day: PlainDate; zh: string; en: string } | undefined;
  /** What else keeps this reader from it, looked at once it is clear that it would be his to do. */
  guard?: () => void;
}

const named = (ids: readonly string[]): PeriodId[] => ids.filter(isPeriodId);

/**
 * Decides one step by the table alone: open to this reader in this state, possible today, given what its form asks;
 * then what it does to facts and periods. Saving is the caller's.
 */
export function takeLifeStep<Now extends LifeSituation>(
  { table, action: name, given: asked, now, roles, last, notBefore, guard }: AskedStep<Now>,
  ctx: Pick<Ctx, 'actor' | 'now' | 'today'>,
): LifeStep {
  const decided = decide(table.flow, { state: now.state }, name, { roles }, ctx.today);
  if (!decided.ok && decided.code === 'notYours') throw refusedMove(decided);
  guard?.();
  if (!decided.ok) throw refusedMove(decided);
  const action = table.actions[name];
  if (action === undefined) throw new AppError('conflict', { state: now.state });
  const userId = ctx.actor.kind === 'user' ? ctx.actor.userId : undefined;
  if (isOwnApproval(action, last?.by, userId)) throw new AppError('ownRequest');
  const notYet = action.notYet?.(now);
  if (notYet !== undefined) throw new AppError('notYet', { zh: notYet.zh, en: notYet.en });

  const given = readGiven(asked, action.fields, ctx.today);
  const day = action.on === undefined ? undefined : dayOf(given, action.on);
  if (action.on !== undefined && day !== undefined && notBefore !== undefined && day < notBefore.day)
    throw wrongGiven(action.on, notBefore.zh, notBefore.en);
  const told = { ...now, facts: { ...now.facts, ...given } };
  const wrong = action.check?.(told, now);
  if (wrong !== undefined) throw wrongGiven(wrong.field, wrong.zh, wrong.en);
  const known = { ...told, facts: { ...told.facts, ...action.keeps?.(told, now) } };

  const effects = { starts: named(decided.starts), meets: named(decided.meets) };
  const isOver = Object.keys(table.flow[decided.to] ?? {}).length === 0;
  return {
    given,
    after: {
      state: decided.to,
      facts: known.facts,
      deadlines: periodsAfter(known, effects, action, ctx.now.getTime()),
      lastOn: day ?? last?.on ?? ctx.today,
      ...(userId === undefined ? {} : { lastBy: userId }),
      ...(isOver ? { closedOn: ctx.today } : {}),
    },
    move: decided,
  };
}

/** Is this the approval of what the same person asked for? */
export const isOwnApproval = <Now extends LifeSituation>(
  action: Pick<LifeAction<Now>, 'isApproval'> | undefined,
  lastBy: string | undefined,
  userId: string | undefined,
): boolean => action?.isApproval === true && userId !== undefined && lastBy === userId;
