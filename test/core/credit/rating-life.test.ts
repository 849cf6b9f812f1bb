import assert from 'node:assert/strict';
import { RATING_LIFE, RATING_ROLES, type RatingSituation } from '../../../server/core/credit/rating-life.ts';
import { decide, openActions } from '../../../server/core/kit/flow.ts';
import { plainDate } from '../../../server/core/kit/plain-date.ts';
import { NATIONAL_CALENDAR as calendar } from '../../../server/core/law/calendar/index.ts';

const TODAY = plainDate('2026-03-10');
const now = (facts: RatingSituation['facts'], proposed?: 'A' | 'B' | 'C'): RatingSituation => ({
  ...{ state: 'told', facts, deadlines: [], today: TODAY, calendar, area: {}, year: 2025 },
  ...(proposed === undefined ? {} : { proposed }),
});

describe('the life of a yearly grade', () => {
  it('is open to exactly these, in each state', () => {
    const open = Object.keys(RATING_LIFE.flow).map((state) => [
      state,
      Object.fromEntries(
        RATING_ROLES.map((role) => [role, openActions(RATING_LIFE.flow, state, [role], TODAY)]),
      ),
    ]);
    assert.deepEqual(Object.fromEntries(open), {
      unopened: { inspector: ['open'], bureauHead: ['open'], company: [] },
      proposed: { inspector: ['recompute'], bureauHead: ['recompute', 'approve'], company: [] },
      approved: { inspector: ['tell'], bureauHead: [], company: [] },
      told: { inspector: ['object'], bureauHead: ['finish'], company: ['object'] },
      objected: { inspector: ['recheck'], bureauHead: [], company: [] },
      rechecked: { inspector: [], bureauHead: ['confirm'], company: [] },
      final: { inspector: [], bureauHead: ['reopen'], company: [] },
    });
    assert.equal(
      decide(RATING_LIFE.flow, { state: 'told' }, 'finish', { roles: ['bureauHead'] }, TODAY).ok,
      true,
    );
  });

  it('a grade other than the proposed one has to be explained, with this step’s own words', () => {
    const check = RATING_LIFE.actions['approve']?.check;
    const before = now({}, 'B');
    assert.equal(check?.(now({ grade: 'B' }, 'B'), before), undefined);
    assert.equal(check?.(now({ grade: 'A' }, 'B'), before)?.field, 'reason');
    assert.equal(check?.(now({ grade: 'A', reason: '已纠正' }, 'B'), before), undefined);
    const old = now({ reason: '旧的理由' }, 'B');
    assert.equal(check?.(now({ grade: 'A', reason: '旧的理由' }, 'B'), old)?.field, 'reason');
    assert.equal(check?.(now({ grade: 'A' }), now({}))?.field, 'reason', 'no proposal: always explained');
  });

  it('the day of the notice is the last one for an objection, and the grade waits for it', () => {
    const { object, finish } = RATING_LIFE.actions;
    const on = (objectBy: string) => now({ objectBy: plainDate(objectBy) });
    assert.equal(object?.notYet?.(on('2026-03-10')), undefined);
    assert.ok(finish?.notYet?.(on('2026-03-10')));
    assert.ok(object?.notYet?.(on('2026-03-09')));
    assert.equal(finish?.notYet?.(on('2026-03-09')), undefined);
  });

  it('is due by the end of the year after the one it is about', () => {
    const { startsOn, endsOn } = RATING_LIFE.actions['open'] ?? {};
    assert.equal(startsOn?.rating?.(now({})), '2025-12-31');
    assert.equal(endsOn?.rating?.(now({})), '2026-12-31');
  });
});
