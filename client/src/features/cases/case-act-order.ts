import type { CaseAction, CaseState } from '../../../../server/core/contract/cases.ts';

/** What waits for the head comes first, then what the state asks next, then the rest. */
const ACT_ORDER: readonly CaseAction[] = [
  'approveRecusal',
  'declineRecusal',
  'approveClosure',
  'declineClosure',
  'approveExtension',
  'declineExtension',
  'investigate',
  'resume',
  'order',
  'recordPayment',
  'askClosure',
  'endInvestigation',
  'editClaims',
  'addEvidence',
  'askExtension',
  'suspend',
  'joinComplaint',
  'edit',
  'link',
  'assign',
  'askRecusal',
  'reopen',
];
/** Once there is an order the money is what is waited for: a further order takes the place of the first. */
const ORDERED: readonly CaseAction[] = ['recordPayment', 'askClosure', 'order'];
export const caseActOrder = (state: CaseState): readonly CaseAction[] =>
  state === 'ordered'
    ? ACT_ORDER.flatMap((act) => (act === 'order' ? ORDERED : ORDERED.includes(act) ? [] : [act]))
    : ACT_ORDER;

export const DANGEROUS_CASE_ACTS: readonly CaseAction[] = [
  'suspend',
  'declineClosure',
  'declineExtension',
  'reopen',
];

/** Always possible: nothing waits for them. */
export const QUIET_CASE_ACTS: readonly CaseAction[] = [
  'edit',
  'link',
  'editClaims',
  'addEvidence',
  'joinComplaint',
  'assign',
  'askRecusal',
  'reopen',
];
