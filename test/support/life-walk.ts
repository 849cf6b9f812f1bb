import { decide } from '../../server/core/kit/flow.ts';
import { plainDate, startOfShanghaiDay, type PlainDate } from '../../server/core/kit/plain-date.ts';
import { currentDue } from '../../server/core/law/deadline.ts';
import { isPeriodId } from '../../server/core/law/periods.ts';
import type { Facts, LifeSituation, LifeTable } from '../../server/core/lives/life-table.ts';
import { periodsAfter } from '../../server/core/lives/periods-after.ts';

/** A record led through its table by hand, without a store: what the table says on each day. */
export class LifeWalk<Now extends LifeSituation> {
  now: Now;
  private readonly table: LifeTable<Now>;
  private readonly roles: readonly string[];

  constructor(table: LifeTable<Now>, now: Now, roles: readonly string[] = ['inspector', 'bureauHead']) {
    [this.table, this.now, this.roles] = [table, now, roles];
  }

  on(day: string): this {
    this.now = { ...this.now, today: plainDate(day) };
    return this;
  }

  /** The state after the step, or in words why not. */
  take(action: string, given: Facts = {}): string {
    const { flow, actions } = this.table;
    const move = decide(flow, this.now, action, { roles: this.roles }, this.now.today);
    const form = actions[action];
    if (!move.ok || form === undefined) return 'not open';
    const notYet = form.notYet?.(this.now);
    if (notYet !== undefined) return `not yet: ${notYet.en}`;
    const told = { ...this.now, facts: { ...this.now.facts, ...given } };
    const wrong = form.check?.(told, this.now);
    if (wrong !== undefined) return `${wrong.field}: ${wrong.en}`;
    const effects = { starts: move.starts.filter(isPeriodId), meets: move.meets.filter(isPeriodId) };
    const at = startOfShanghaiDay(this.now.today);
    this.now = { ...told, state: move.to, deadlines: periodsAfter(told, effects, form, at) };
    return move.to;
  }

  /** Periods that run, with their last days. */
  get running(): Record<string, PlainDate> {
    const open = this.now.deadlines.filter(({ metOn }) => metOn === undefined);
    return Object.fromEntries(open.map((one) => [one.period, currentDue(one)]));
  }

  figure(label: string): number | string | undefined {
    const found = this.table.figures(this.now).find((one) => one.label.en === label);
    return found?.fen ?? found?.day ?? found?.words?.en;
  }
}
