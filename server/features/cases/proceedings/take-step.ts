import { decide } from '../../../core/kit/flow.ts';
import type { PlainDate } from '../../../core/kit/plain-date.ts';
import type { FieldValue } from '../../../core/proceedings/field.ts';
import { dayOf } from '../../../core/proceedings/facts.ts';
import { periodsAfter } from '../../../core/proceedings/periods-after.ts';
import type { ProceedingAction, ProceedingTable } from '../../../core/proceedings/proceeding-table.ts';
import type { PeriodId } from '../../../core/law/periods.ts';
import { isPeriodId } from '../../../core/law/periods.ts';
import { AppError } from '../../../platform/app-error.ts';
import type { Ctx } from '../../../platform/context.ts';
import { refusedMove } from '../../../platform/refused-move.ts';
import { demandNotArchived } from '../archived.ts';
import { idOf, rolesOn } from '../case-reach.ts';
import type { CaseRecord } from '../case.record.ts';
import type { CaseMove } from '../move-case.ts';
import { readGiven, wrongGiven } from './field-shape.ts';
import { citeOf, isOwnStep, mayNotSign } from './open-steps.ts';
import type { ProceedingRecord } from './proceeding.record.ts';
import type { Ground } from './proceeding-situation.ts';
import { situationOf } from './proceeding-situation.ts';

/** A step that has been decided: the proceeding as it is afterwards, and what it does to the case. */
export interface Step {
  after: Pick<ProceedingRecord, 'state' | 'facts' | 'deadlines' | 'lastOn'> &
    Partial<Pick<ProceedingRecord, 'lastBy' | 'closedOn'>>;
  given: Record<string, FieldValue>;
  move: CaseMove;
}

const named = (ids: readonly string[]): PeriodId[] => ids.filter(isPeriodId);

/**
 * Decides one step of a proceeding by its table alone: open to this reader in this state, possible today, given what
 * its form asks; then what it does to the periods and to the case.
 */
export function takeStep(
  table: ProceedingTable,
  record: CaseRecord,
  one: ProceedingRecord | undefined,
  asked: { action: string; given: unknown; version: number },
  ground: Ground,
  ctx: Ctx,
): Step {
  const now = situationOf(record, one, ground);
  const roles = rolesOn(record, ctx);
  const decided = decide(table.flow, { state: now.state }, asked.action, { roles }, ctx.today);
  const action = table.actions[asked.action];
  if (!decided.ok && decided.code === 'notYours') throw refusedMove(decided);
  if (record.version !== asked.version) throw new AppError('staleVersion');
  demandNotArchived(record);
  if (!decided.ok) throw refusedMove(decided);
  if (action === undefined) throw new AppError('conflict', { state: now.state });
  if (isOwnStep(table, asked.action, one, ctx)) throw new AppError('ownRequest');
  if (mayNotSign(table, record, ctx)) throw new AppError('setAside');
  const notYet = action.notYet?.(now);
  if (notYet !== undefined) throw new AppError('notYet', { zh: notYet.zh, en: notYet.en });

  const given = readGiven(asked.given, action.fields, ctx.today);
  checkDay(action, given, one?.lastOn ?? record.filedOn, one === undefined);
  const told = { ...now, facts: { ...now.facts, ...given } };
  const wrong = action.check?.(told, now);
  if (wrong !== undefined) throw wrongGiven(wrong.field, wrong.zh, wrong.en);
  const known = { ...told, facts: { ...told.facts, ...action.keeps?.(told, now) } };

  const effects = { starts: named(decided.starts), meets: named(decided.meets) };
  const isOver = Object.keys(table.flow[decided.to] ?? {}).length === 0;
  const userId = idOf(ctx);
  return {
    given,
    after: {
      state: decided.to,
      facts: known.facts,
      deadlines: periodsAfter(known, effects, action, ctx.now.getTime()),
      lastOn: happenedOn(action, given) ?? one?.lastOn ?? ctx.today,
      ...(userId === undefined ? {} : { lastBy: userId }),
      ...(isOver ? { closedOn: ctx.today } : {}),
    },
    move: caseMove(action, record, citeOf(table, now.state, asked.action), ctx.today),
  };
}

const happenedOn = ({ on }: ProceedingAction, given: Record<string, FieldValue>): PlainDate | undefined =>
  on === undefined ? undefined : dayOf(given, on);

/** Nothing happens before what it follows. */
function checkDay(
  action: ProceedingAction,
  given: Record<string, FieldValue>,
  notBefore: PlainDate,
  isFirst: boolean,
): void {
  const day = happenedOn(action, given);
  if (action.on === undefined || day === undefined || day >= notBefore) return;
  throw isFirst
    ? wrongGiven(action.on, `不能早于立案日期 ${notBefore}`, `Not before the case was filed on ${notBefore}`)
    : wrongGiven(
        action.on,
        `不能早于上一步的日期 ${notBefore}`,
        `Not before the step before it, on ${notBefore}`,
      );
}

/** What the step does to the case itself: nothing, unless its table says so. */
function caseMove(
  { onCase }: ProceedingAction,
  { state }: Pick<CaseRecord, 'state'>,
  cite: CaseMove['cite'],
  on: PlainDate,
): CaseMove {
  const to = onCase?.from.includes(state) === true ? onCase.to : state;
  return {
    ok: true,
    to,
    on,
    starts: [],
    meets: onCase?.meets ?? [],
    ...(cite === undefined ? {} : { cite }),
  };
}
