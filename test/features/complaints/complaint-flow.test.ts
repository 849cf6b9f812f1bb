import assert from 'node:assert/strict';
import type { ComplaintAction, ComplaintState } from '../../../server/core/contract/complaints.ts';
import { COMPLAINT_ACTIONS, COMPLAINT_STATES } from '../../../server/core/contract/complaints.ts';
import { decide, openActions } from '../../../server/core/kit/flow.ts';
import { plainDate } from '../../../server/core/kit/plain-date.ts';
import type { ComplaintRole } from '../../../server/features/complaints/complaint.flow.ts';
import {
  COMPLAINT_FLOW,
  COMPLAINT_ROLES,
  DEPARTMENT_OFFER_FLOW,
  OPEN_STATES,
} from '../../../server/features/complaints/complaint.flow.ts';
import { isUnguarded, pendingOf } from '../../../server/features/complaints/complaint.guards.ts';

const TODAY = plainDate('2026-11-20');
const withdrawing = 'askWithdrawal confirmWithdrawal doubtWithdrawal';

/** Who may do what in which state; whoever is not named may do nothing there. */
const OPEN: Partial<Record<ComplaintState, Partial<Record<ComplaintRole, string>>>> = {
  received: {
    clerk: `edit requestSupplement accept proposeRefusal transfer merge ${withdrawing}`,
    inspector: `edit requestSupplement accept proposeRefusal transfer merge ${withdrawing}`,
    bureauHead: 'approveRefusal returnRefusal transfer',
    complainant: 'askWithdrawal',
  },
  supplementing: {
    clerk: `supplement edit proposeRefusal merge ${withdrawing}`,
    inspector: `supplement edit proposeRefusal merge ${withdrawing}`,
    bureauHead: 'approveRefusal returnRefusal',
    complainant: 'supplement askWithdrawal',
  },
  transferring: {
    clerk: 'recallTransfer',
    inspector: 'recallTransfer',
    bureauHead: 'recallTransfer',
    otherOffice: 'takeOver returnTransfer',
  },
  accepted: {
    clerk: `edit merge ${withdrawing}`,
    inspector: `edit fileCase joinCase merge ${withdrawing}`,
    bureauHead: 'fileCase joinCase extendPetition',
    complainant: 'askWithdrawal',
  },
  inCase: {
    clerk: `edit ${withdrawing}`,
    inspector: `edit answer ${withdrawing}`,
    bureauHead: 'answer extendPetition',
    complainant: 'askWithdrawal',
  },
  answered: { bureauHead: 'reopen', complainant: 'rate' },
  refused: { complainant: 'rate' },
};

describe('the life of a complaint', () => {
  for (const state of COMPLAINT_STATES) {
    for (const role of COMPLAINT_ROLES) {
      const expected = (OPEN[state]?.[role] ?? '').split(' ').filter((word) => word !== '');
      it(`${state}: ${role} may ${expected.join(', ') || 'do nothing'}`, () => {
        assert.deepEqual(openActions(COMPLAINT_FLOW, state, role).sort(), expected.sort());
      });
    }
  }

  it('names every action somewhere, and goes on in every state that counts as open', () => {
    const named = new Set(Object.values(COMPLAINT_FLOW).flatMap((edges) => Object.keys(edges)));
    assert.deepEqual([...named].sort(), [...COMPLAINT_ACTIONS].sort());
    const isOpen = (state: ComplaintState): boolean =>
      Object.keys(COMPLAINT_FLOW[state]).some((one) => one !== 'rate' && one !== 'reopen');
    assert.deepEqual(COMPLAINT_STATES.filter(isOpen), [...OPEN_STATES]);
  });

  const edges: [
    ComplaintState,
    ComplaintAction,
    ComplaintRole,
    to: ComplaintState,
    starts: string,
    meets: string,
  ][] = [
    ['received', 'accept', 'clerk', 'accepted', 'filing,petitionFinish', 'acceptance,petitionNotice'],
    ['received', 'requestSupplement', 'clerk', 'supplementing', '', 'acceptance'],
    ['supplementing', 'supplement', 'complainant', 'received', 'acceptance', ''],
    ['received', 'proposeRefusal', 'inspector', 'received', '', ''],
    ['received', 'approveRefusal', 'bureauHead', 'refused', '', 'acceptance,petitionNotice'],
    ['received', 'merge', 'clerk', 'merged', '', 'acceptance,petitionNotice'],
    ['supplementing', 'merge', 'clerk', 'merged', '', 'petitionNotice'],
    ['accepted', 'merge', 'clerk', 'merged', '', 'filing,petitionFinish'],
    ['accepted', 'extendPetition', 'bureauHead', 'accepted', '', ''],
    ['inCase', 'extendPetition', 'bureauHead', 'inCase', '', ''],
    ['received', 'transfer', 'clerk', 'transferring', '', ''],
    ['transferring', 'takeOver', 'otherOffice', 'received', 'acceptance', 'acceptance'],
    ['transferring', 'returnTransfer', 'otherOffice', 'received', '', ''],
    ['accepted', 'fileCase', 'inspector', 'inCase', '', 'filing'],
    ['inCase', 'answer', 'bureauHead', 'answered', '', 'petitionFinish'],
    [
      'accepted',
      'confirmWithdrawal',
      'clerk',
      'withdrawn',
      '',
      'acceptance,filing,petitionNotice,petitionFinish',
    ],
  ];
  const given = {
    ...{
      question: 'q',
      text: 't',
      reason: 'r',
      ground: 'OVER_TIME',
      whereInstead: 'w',
      intoId: 'i',
      note: 'n',
    },
    ...{ confirmedBy: 'phone', caseId: 'c', stars: 5 },
  };
  for (const [state, action, role, to, starts, meets] of edges) {
    it(`${action} leads from ${state} to ${to}${starts && `, starts ${starts}`}${meets && `, meets ${meets}`}`, () => {
      const move = decide(COMPLAINT_FLOW, { state }, action, { roles: [role] }, TODAY, given);
      assert.ok(move.ok);
      assert.deepEqual([move.to, move.starts.join(), move.meets.join()], [to, starts, meets]);
      const unsaid = decide(COMPLAINT_FLOW, { state }, action, { roles: [role] }, TODAY, {});
      const needs = 'needs' in (COMPLAINT_FLOW[state] as Record<string, object>)[action]!;
      assert.equal(unsaid.ok, !needs);
    });
  }

  it('a department that takes an offer over has the complaint for good; another office cannot take it', () => {
    const at = { state: 'transferring' } as const;
    const take = (role: ComplaintRole) =>
      decide(DEPARTMENT_OFFER_FLOW, at, 'takeOver', { roles: [role] }, TODAY);
    const taken = take('otherDepartment');
    assert.ok(taken.ok && taken.to === 'transferred' && taken.starts.length === 0);
    assert.equal(take('otherOffice').ok, false);
  });
});

describe('what waits in a complaint', () => {
  const proposed = { refusal: {} };
  const asked = { withdrawal: { confirmableOn: plainDate('2026-11-23') } };
  const opened = (waiting: object, day = '2026-11-20') =>
    COMPLAINT_ACTIONS.filter((action) => isUnguarded(action, waiting, plainDate(day)));

  it('a refusal leaves the word to the head; a correction stays possible', () => {
    assert.deepEqual(opened(proposed).sort(), ['approveRefusal', 'edit', 'returnRefusal']);
    assert.equal(pendingOf(proposed), 'refusal');
    assert.equal(pendingOf({ refusal: { decidedOn: TODAY } }), undefined);
  });
  it('without one the head has nothing to approve', () => {
    assert.ok(!opened({}).includes('approveRefusal'));
    assert.ok(!opened({}).includes('returnRefusal'));
  });
  it('a wish to withdraw is doubted at once, confirmed from its day on, and stops nothing else', () => {
    assert.ok(!opened(asked).includes('confirmWithdrawal'));
    assert.ok(opened(asked).includes('doubtWithdrawal'));
    assert.ok(opened(asked).includes('accept'));
    assert.ok(!opened(asked).includes('askWithdrawal'));
    assert.ok(opened(asked, '2026-11-23').includes('confirmWithdrawal'));
    assert.ok(
      !opened({ withdrawal: { ...asked.withdrawal, outcome: 'doubted' } }, '2026-11-23').includes(
        'confirmWithdrawal',
      ),
    );
  });
  it('handling is rated once', () => {
    assert.ok(opened({}).includes('rate'));
    assert.ok(!opened({ rating: { stars: 5 } }).includes('rate'));
  });
});
