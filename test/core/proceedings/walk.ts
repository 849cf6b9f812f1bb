import type { ProceedingKind } from '../../../server/core/contract/proceedings.ts';
import { decide } from '../../../server/core/kit/flow.ts';
import { plainDate, startOfShanghaiDay, type PlainDate } from '../../../server/core/kit/plain-date.ts';
import { NATIONAL_CALENDAR } from '../../../server/core/law/calendar/index.ts';
import { currentDue } from '../../../server/core/law/deadline.ts';
import { isPeriodId } from '../../../server/core/law/periods.ts';
import { periodsAfter } from '../../../server/core/lives/periods-after.ts';
import type { CaseFacts, Situation } from '../../../server/core/proceedings/proceeding-table.ts';
import type { Facts } from '../../../server/core/lives/life-table.ts';
import { PROCEEDINGS } from '../../../server/core/proceedings/proceedings.ts';

const HOURS = 3_600_000;

/** One proceeding led through its table by hand, without a store: what it says on each day. */
export class Walk {
  now: Situation;
  private readonly kind: ProceedingKind;

  constructor(kind: ProceedingKind, theCase: Partial<CaseFacts> = {}, more: Partial<Situation> = {}) {
    this.kind = kind;
    this.now = {
      ...{ state: 'unopened', facts: {}, deadlines: [], others: [], area: {} },
      ...{ today: plainDate('2026-03-02'), calendar: NATIONAL_CALENDAR },
      theCase: { state: 'deciding', filedOn: plainDate('2026-01-05'), orders: [], ...theCase },
      ...more,
    };
  }

  on(day: string): this {
    this.now = { ...this.now, today: plainDate(day) };
    return this;
  }

  /** The state after the step, or in words why not. */
  take(action: string, given: Facts = {}, hour = 10): string {
    const { flow, actions } = PROCEEDINGS[this.kind];
    const roles = ['inspector', 'bureauHead'];
    const move = decide(flow, this.now, action, { roles }, this.now.today);
    const form = actions[action];
    if (!move.ok || form === undefined) return 'not open';
    const notYet = form.notYet?.(this.now);
    if (notYet !== undefined) return `not yet: ${notYet.en}`;
    const told = { ...this.now, facts: { ...this.now.facts, ...given } };
    const wrong = form.check?.(told, this.now);
    if (wrong !== undefined) return `${wrong.field}: ${wrong.en}`;
    const known = { ...told, facts: { ...told.facts, ...form.keeps?.(told, this.now) } };
    const effects = { starts: move.starts.filter(isPeriodId), meets: move.meets.filter(isPeriodId) };
    const at = startOfShanghaiDay(this.now.today) + hour * HOURS;
    this.now = { ...known, state: move.to, deadlines: periodsAfter(known, effects, form, at) };
    return move.to;
  }

  /** Periods that run, with their last days. */
  get running(): Record<string, PlainDate> {
    const open = this.now.deadlines.filter(({ metOn }) => metOn === undefined);
    return Object.fromEntries(open.map((one) => [one.period, currentDue(one)]));
  }

  figure(label: string): number | string | undefined {
    const found = PROCEEDINGS[this.kind].figures(this.now).find((one) => one.label.en === label);
    return found?.fen ?? found?.day ?? found?.words?.en;
  }
}
