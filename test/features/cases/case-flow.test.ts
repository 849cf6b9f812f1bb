import assert from 'node:assert/strict';
import type { CaseAction, CaseState } from '../../../server/core/contract/cases.ts';
import { CASE_ACTIONS, CASE_STATES } from '../../../server/core/contract/cases.ts';
import { decide, openActions } from '../../../server/core/kit/flow.ts';
import { plainDate } from '../../../server/core/kit/plain-date.ts';
import { isUnguarded } from '../../../server/features/cases/case-guards.ts';
import { shortNameOf } from '../../../server/features/cases/case-number.ts';
import { CASE_FLOW, CASE_ROLES } from '../../../server/features/cases/case.flow.ts';
import type { CaseRole } from '../../../server/features/cases/case.flow.ts';

const today = plainDate('2026-03-02');
/** Open in every state but the last. */
const DAILY = 'assign edit link editClaims joinComplaint recordPayment addEvidence askClosure askRecusal';
const INSPECTOR: Readonly<Record<CaseState, string>> = {
  filed: `${DAILY} investigate`,
  investigating: `${DAILY} askExtension suspend endInvestigation order`,
  suspended: `${DAILY} resume`,
  deciding: `${DAILY} order`,
  ordered: `${DAILY} order`,
  closed: '',
};
const HEAD_DAILY = 'assign addEvidence approveClosure declineClosure approveRecusal declineRecusal';
const HEAD: Readonly<Record<CaseState, string>> = {
  filed: HEAD_DAILY,
  investigating: `${HEAD_DAILY} approveExtension declineExtension`,
  suspended: HEAD_DAILY,
  deciding: HEAD_DAILY,
  ordered: HEAD_DAILY,
  closed: 'reopen',
};
const words = (text: string): CaseAction[] =>
  CASE_ACTIONS.filter((action) => text.split(' ').includes(action));

describe('the life of a case', () => {
  for (const state of CASE_STATES) {
    it(`${state}: opens to each role its own acts and no others`, () => {
      const open = (role: CaseRole) =>
        CASE_ACTIONS.filter((action) => openActions(CASE_FLOW, state, role, today).includes(action));
      assert.deepEqual(open('inspector'), words(INSPECTOR[state]));
      assert.deepEqual(open('bureauHead'), words(HEAD[state]));
      assert.deepEqual(open('clerk'), state === 'closed' ? [] : ['addEvidence', 'askRecusal']);
    });
  }

  const periods: [CaseState, CaseAction, to: CaseState, meets: string[], starts: string[]][] = [
    ['filed', 'investigate', 'investigating', [], []],
    ['investigating', 'endInvestigation', 'deciding', ['investigation'], ['decision']],
    ['investigating', 'order', 'ordered', ['investigation'], ['rectification']],
    ['deciding', 'order', 'ordered', ['decision'], ['rectification']],
    ['ordered', 'order', 'ordered', ['rectification'], ['rectification']],
    ['ordered', 'approveClosure', 'closed', ['investigation', 'decision', 'rectification'], []],
    ['closed', 'reopen', 'investigating', [], ['investigation']],
  ];
  for (const [state, action, to, meets, starts] of periods) {
    it(`${action} in ${state} leads to ${to}, ends ${meets.join(', ') || 'no clock'}, starts ${starts.join() || 'none'}`, () => {
      const given = { reason: 'x', servedOn: today, rectifyBy: today, mode: 'MAIL', demands: 'x' };
      const move = decide(CASE_FLOW, { state }, action, { roles: CASE_ROLES }, today, given);
      assert.ok(move.ok);
      assert.deepEqual([move.to, move.meets, move.starts], [to, meets, starts]);
    });
  }

  it('lets only what does not change its ground go on while a closure waits for the head', () => {
    const open = CASE_ACTIONS.filter((action) => isUnguarded(action, { pending: 'closure' }));
    assert.deepEqual(
      open,
      words('assign recordPayment addEvidence approveClosure declineClosure askRecusal reopen'),
    );
  });

  const going = 'recordPayment addEvidence approveRecusal declineRecusal reopen';
  const beside: ['extension' | 'closure' | undefined, string][] = [
    [undefined, `${going} edit link editClaims joinComplaint investigate resume`],
    ['extension', `${going} editClaims joinComplaint`],
    ['closure', going],
  ];
  for (const [before, goesOn] of beside) {
    it(`looks into the facts but decides nothing while a recusal waits, ${before ?? 'nothing'} beside it`, () => {
      const against = { id: 'a', name: 'A' };
      const asked = { against, side: 'SELF', ground: 'x', askedOn: today, askedBy: 'a' } as const;
      const recusals = [{ ...asked, ...(before === undefined ? {} : { before }) }];
      const open = CASE_ACTIONS.filter((action) => isUnguarded(action, { pending: 'recusal', recusals }));
      assert.deepEqual(open, words(goesOn));
    });
  }

  it('opens the head’s answers only while he is asked, and an extension once', () => {
    for (const action of words(
      'approveExtension declineExtension approveClosure declineClosure approveRecusal declineRecusal',
    ))
      assert.equal(isUnguarded(action, {}), false, action);
    const asked = { reason: 'x', askedOn: today, askedBy: 'u' };
    assert.equal(isUnguarded('askExtension', {}), true);
    assert.equal(isUnguarded('askExtension', { extension: { ...asked, outcome: 'declined' } }), true);
    assert.equal(isUnguarded('askExtension', { extension: { ...asked, outcome: 'approved' } }), false);
    assert.equal(isUnguarded('endInvestigation', { pending: 'extension' }), false);
  });
});

describe('the short name of an office', () => {
  const names: [string, string][] = [
    ['文山市', '文山'],
    ['砚山县', '砚山'],
    ['城区', '城区'],
    ['屏边苗族自治县', '屏边苗族自治县'],
  ];
  for (const [name, short] of names) {
    it(`of ${name} is ${short}`, () => {
      assert.equal(shortNameOf(name), short);
    });
  }
});
