import assert from 'node:assert/strict';
import type { CaseView } from '../../server/core/contract/cases.ts';
import { plainDate } from '../../server/core/kit/plain-date.ts';
import { addLocalHoliday } from '../../server/features/calendar/change-local-holidays.ts';
import { recountCases } from '../../server/features/cases/index.ts';
import { setParameter } from '../../server/features/parameters/index.ts';
import type { Visitor, Who } from '../features/cases/cases-app.ts';
import { asSystem, filedCase, move, ok, onDay, refusal, useCasesApp } from '../features/cases/cases-app.ts';
import { opens, steps } from '../features/cases/proceedings-app.ts';
import { HISTORIES } from './histories.ts';
import type { Expected, Line } from './replay.ts';

const OFFICE = '532601';

/** Months that had ended, whenever the case begins. */
const OWED = { payMonths: ['2025-09', '2025-10'] };

const clocksOf = ({ deadlines, proceedings }: CaseView): string[] =>
  [...deadlines, ...(proceedings.at(-1)?.deadlines ?? [])]
    .filter(({ metOn, suspendedOn }) => metOn === undefined && suspendedOn === undefined)
    .map(({ period, dueOn }) => `${period} ${dueOn}`);

function check(view: CaseView, { state, proceeding, due, clocks, open = [] }: Expected, where: string): void {
  if (state !== undefined) assert.equal(view.state, state, where);
  if (proceeding !== undefined) assert.equal(view.proceedings.at(-1)?.state, proceeding, where);
  const next = view.nextDue === undefined ? null : `${view.nextDue.period} ${view.nextDue.dueOn}`;
  if (due !== undefined) assert.equal(next, due, where);
  if (clocks !== undefined) assert.deepEqual(clocksOf(view), clocks, where);
  const there = [...view.actions, ...(view.proceedings.at(-1)?.actions ?? []).map(({ action }) => action)];
  for (const name of open) {
    const isThere = there.includes(name.replace('!', ''));
    assert.equal(isThere, !name.startsWith('!'), `${where}: ${name}`);
  }
}

describe('whole case histories', function () {
  this.timeout(60_000);
  const { as } = useCasesApp();

  /** What somebody sends on a line; undefined where it is the world that changes. */
  const sent = (line: Line, view: CaseView) => {
    if ('act' in line) return move(as(line.by), view, line.act, line.given ?? {});
    if ('opens' in line) return opens(as(line.by), view, line.opens, line.given);
    return 'step' in line ? steps(as(line.by), view, line.step, line.given ?? {}) : undefined;
  };

  async function worldChanges(line: Line): Promise<void> {
    if ('holiday' in line) {
      const day = plainDate(line.holiday);
      await addLocalHoliday({ areaCode: '5326', day, name: '州庆', source: '州政府通知' }, asSystem());
      await recountCases(asSystem(), new AbortController().signal);
    } else if ('parameter' in line) {
      const { parameter, value, on } = line;
      await setParameter(
        parameter,
        { areaCode: OFFICE, value, from: plainDate(on), source: '测试' },
        asSystem(),
      );
    }
  }

  const seen = (who: Visitor, { id }: Pick<CaseView, 'id'>): Promise<CaseView> => ok(who.get(`/cases/${id}`));

  for (const { title, filedOn, lines } of HISTORIES) {
    it(title, async () => {
      onDay(filedOn);
      let view = await filedCase(as, OWED);
      for (const [at, line] of lines.entries()) {
        onDay(line.on);
        const where = `${title}, line ${at + 1} on ${line.on}`;
        const { refused, ...expected } = line.expect ?? {};
        const request = sent(line, view);
        if (refused !== undefined && request !== undefined)
          assert.equal(await refusal(request), refused, where);
        else if (request !== undefined) await ok(request);
        else await worldChanges(line);
        const reader: Who = 'by' in line ? line.by : 'inspector';
        view = await seen(as(reader), view);
        check(view, expected, where);
      }
    });
  }
});
