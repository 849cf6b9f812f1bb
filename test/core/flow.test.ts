import assert from 'node:assert/strict';
import { decide, finalStates, openActions, type Flow } from '../../server/core/kit/flow.ts';
import { plainDate } from '../../server/core/kit/plain-date.ts';
import type { LawFlow } from '../../server/core/law/law-flow.ts';

type State = 'submitted' | 'investigating' | 'declined' | 'closed';
type Action = 'accept' | 'decline' | 'close' | 'settle';

const FLOW = {
  submitted: {
    accept: { to: 'investigating', by: ['inspector'], starts: ['investigation'], cite: 'IMP-18-1' },
    decline: { to: 'declined', by: ['inspector', 'bureauHead'], needs: ['reason'] },
  },
  investigating: {
    close: { to: 'closed', by: ['bureauHead'], meets: ['investigation'], needs: ['outcome', 'documents'] },
    settle: {
      to: 'closed',
      by: ['inspector'],
      inForceFrom: plainDate('2026-07-01'),
      inForceUntil: plainDate('2026-12-31'),
    },
  },
  declined: {},
  closed: {},
} as const satisfies LawFlow<State, Action>;

const TODAY = plainDate('2026-06-30');
const inspector = { roles: ['inspector'] };
const head = { roles: ['clerk', 'bureauHead'] };

describe('flow tables', () => {
  it('a move says where to, which periods start and under which rule', () => {
    assert.deepEqual(decide(FLOW, { state: 'submitted' }, 'accept', inspector, TODAY), {
      ok: true,
      to: 'investigating',
      on: '2026-06-30',
      starts: ['investigation'],
      meets: [],
      cite: 'IMP-18-1',
    });
  });

  it('an action that is not in the state is not open', () => {
    assert.deepEqual(decide(FLOW, { state: 'closed' }, 'accept', inspector, TODAY), {
      ok: false,
      code: 'notOpen',
      state: 'closed',
    });
  });

  it('an actor without the role is told whose it is', () => {
    assert.deepEqual(decide(FLOW, { state: 'submitted' }, 'accept', head, TODAY), {
      ok: false,
      code: 'notYours',
      by: ['inspector'],
    });
    assert.equal(decide(FLOW, { state: 'submitted' }, 'accept', { roles: [] }, TODAY).ok, false);
  });

  const empty = [undefined, null, '', '   ', []];
  for (const outcome of empty) {
    it(`${JSON.stringify(outcome) ?? 'nothing'} does not count as given`, () => {
      const refusal = decide(FLOW, { state: 'investigating' }, 'close', head, TODAY, {
        outcome,
        documents: ['d1'],
      });
      assert.deepEqual(refusal, { ok: false, code: 'needs', missing: ['outcome'] });
    });
  }

  it('zero and false count as given, inherited values do not', () => {
    const given = { outcome: 0, documents: false };
    assert.equal(decide(FLOW, { state: 'investigating' }, 'close', head, TODAY, given).ok, true);
    const inherited: Record<string, unknown> = Object.create(given);
    assert.equal(decide(FLOW, { state: 'investigating' }, 'close', head, TODAY, inherited).ok, false);
  });

  it('an edge exists only between its first and last day', () => {
    const on = (day: string) =>
      decide(FLOW, { state: 'investigating' }, 'settle', inspector, plainDate(day)).ok;
    assert.deepEqual(['2026-06-30', '2026-07-01', '2026-12-31', '2027-01-01'].map(on), [
      false,
      true,
      true,
      false,
    ]);
  });

  it('names from outside that are not in the table are simply not open', () => {
    const loose: Flow<string, string> = FLOW;
    for (const action of ['__proto__', 'constructor', 'toString', '', 'ACCEPT']) {
      const refusal = decide(loose, { state: 'submitted' }, action, inspector, TODAY);
      assert.equal(!refusal.ok && refusal.code, 'notOpen', action);
    }
    for (const state of ['__proto__', 'constructor', 'gone']) {
      assert.equal(decide(loose, { state }, 'accept', inspector, TODAY).ok, false, state);
      assert.deepEqual(openActions(loose, state, 'inspector'), [], state);
    }
  });

  const open: [State, string[], Action[]][] = [
    ['submitted', ['inspector'], ['accept', 'decline']],
    ['submitted', ['bureauHead'], ['decline']],
    ['submitted', ['worker'], []],
    ['investigating', ['bureauHead'], ['close']],
    ['investigating', ['inspector', 'bureauHead'], ['close']],
    ['closed', ['inspector'], []],
  ];
  for (const [state, roles, actions] of open) {
    it(`${roles.join(' and ')} may ${actions.join(', ') || 'do nothing'} when ${state}`, () => {
      assert.deepEqual(openActions(FLOW, state, roles, TODAY), actions);
    });
  }

  it('the actions offered are exactly those decide lets through, for every state, role and day', () => {
    const given = { reason: 'r', outcome: 'o', documents: ['d'] };
    for (const state of ['submitted', 'investigating', 'declined', 'closed'] as const) {
      for (const role of ['inspector', 'bureauHead', 'worker']) {
        for (const day of [TODAY, plainDate('2026-08-01')]) {
          const offered = openActions(FLOW, state, role, day);
          for (const action of ['accept', 'decline', 'close', 'settle'] as const) {
            const move = decide(FLOW, { state }, action, { roles: [role] }, day, given);
            assert.equal(move.ok, offered.includes(action), `${state} ${action} ${role} ${day}`);
          }
        }
      }
    }
  });

  it('a state without actions is final', () => assert.deepEqual(finalStates(FLOW), ['declined', 'closed']));
});
