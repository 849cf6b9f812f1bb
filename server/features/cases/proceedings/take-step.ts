import type { PlainDate } from '../../../core/kit/plain-date.ts';
import type { ProceedingAction, ProceedingTable } from '../../../core/proceedings/proceeding-table.ts';
import type { LifeStep } from '../../../platform/lives/index.ts';
import { citeOf, takeLifeStep } from '../../../platform/lives/index.ts';
import { AppError } from '../../../platform/app-error.ts';
import type { Ctx } from '../../../platform/context.ts';
import { demandNotArchived } from '../archived.ts';
import { rolesOn } from '../case-reach.ts';
import type { CaseRecord } from '../case.record.ts';
import type { CaseMove } from '../move-case.ts';
import { mayNotSign } from './open-steps.ts';
import type { ProceedingRecord } from './proceeding.record.ts';
import type { Ground } from './proceeding-situation.ts';
import { situationOf } from './proceeding-situation.ts';

/** A step that has been decided: the proceeding as it is afterwards, and what it does to the case. */
export interface Step extends Pick<LifeStep, 'given' | 'after'> {
  move: CaseMove;
}

/** One step of a proceeding, decided by its table, and what it does to the case. */
export function takeStep(
  table: ProceedingTable,
  record: CaseRecord,
  one: ProceedingRecord | undefined,
  asked: { action: string; given: unknown; version: number },
  ground: Ground,
  ctx: Ctx,
): Step {
  const now = situationOf(record, one, ground);
  const { action, given } = asked;
  const step = takeLifeStep(
    {
      ...{ table, action, given, now, roles: rolesOn(record, ctx) },
      last: one === undefined ? undefined : { by: one.lastBy, on: one.lastOn },
      notBefore: notBefore(record, one),
      guard: () => {
        if (record.version !== asked.version) throw new AppError('staleVersion');
        demandNotArchived(record);
        if (mayNotSign(table, record, ctx)) throw new AppError('setAside');
      },
    },
    ctx,
  );
  const move = caseMove(table.actions[action], record, citeOf(table, now.state, action), ctx.today);
  return { given: step.given, after: step.after, move };
}

/** Nothing happens before what it follows. */
function notBefore(
  { filedOn }: Pick<CaseRecord, 'filedOn'>,
  one: ProceedingRecord | undefined,
): { day: PlainDate; zh: string; en: string } {
  if (one === undefined)
    return {
      day: filedOn,
      zh: `不能早于立案日期 ${filedOn}`,
      en: `Not before the case was filed on ${filedOn}`,
    };
  const day = one.lastOn;
  return { day, zh: `不能早于上一步的日期 ${day}`, en: `Not before the step before it, on ${day}` };
}

/** What the step does to the case itself: nothing, unless its table says so. */
function caseMove(
  action: ProceedingAction | undefined,
  { state }: Pick<CaseRecord, 'state'>,
  cite: CaseMove['cite'],
  on: PlainDate,
): CaseMove {
  const onCase = action?.onCase;
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
