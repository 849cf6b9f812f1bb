import type { ComplaintAction, ComplaintState } from '../../core/contract/complaints.ts';
import type { LawFlow } from '../../core/law/law-flow.ts';

/** As whom somebody acts on one complaint: in his office's role, as the complainant, or for those it was offered to. */
export type ComplaintRole =
  'clerk' | 'inspector' | 'bureauHead' | 'complainant' | 'otherOffice' | 'otherDepartment';
export const COMPLAINT_ROLES: readonly ComplaintRole[] = [
  'clerk',
  'inspector',
  'bureauHead',
  'complainant',
  'otherOffice',
  'otherDepartment',
];

const DESK = ['clerk', 'inspector'] as const satisfies readonly ComplaintRole[];
const OFFICE = ['clerk', 'inspector', 'bureauHead'] as const satisfies readonly ComplaintRole[];

/** Asking, confirming and doubting a withdrawal; a doubted one leaves everything as it was. */
const withdrawalIn = <State extends ComplaintState>(to: State) =>
  ({
    askWithdrawal: { to, by: ['complainant', 'clerk', 'inspector'], needs: ['reason'] },
    confirmWithdrawal: {
      to: 'withdrawn',
      by: DESK,
      needs: ['confirmedBy', 'note'],
      meets: ['acceptance', 'filing', 'petitionNotice', 'petitionFinish'],
      why: 'asked back on a second channel, after some days, and only where nobody pressed the complainant',
    },
    doubtWithdrawal: { to, by: DESK, needs: ['reason'] },
  }) as const;

/** Proposing, approving and sending back a refusal: the head of the office has the word. */
const refusalIn = <State extends ComplaintState>(to: State) =>
  ({
    proposeRefusal: { to, by: DESK, needs: ['ground', 'reason', 'whereInstead'], cite: 'IMP-19-1' },
    approveRefusal: {
      to: 'refused',
      by: ['bureauHead'],
      meets: ['acceptance', 'petitionNotice'],
      cite: 'IMP-19-1',
    },
    returnRefusal: { to, by: ['bureauHead'], needs: ['reason'] },
  }) as const;

/** More time for a petition, once; the petitioner hears why. */
const petitionIn = <State extends ComplaintState>(to: State) =>
  ({ extendPetition: { to, by: ['bureauHead'], needs: ['reason'], cite: 'LED-7' } }) as const;

/**
 * The life of a complaint, from receipt to its answer; complaint.guards.ts says what a pending refusal or withdrawal
 * closes in between.
 * @law IMP-18-1
 * @law IMP-19-1
 * @law LED-7
 */
export const COMPLAINT_FLOW = {
  received: {
    edit: { to: 'received', by: DESK },
    requestSupplement: {
      to: 'supplementing',
      by: DESK,
      needs: ['question'],
      meets: ['acceptance'],
      cite: 'IMP-19-1',
    },
    accept: {
      to: 'accepted',
      by: DESK,
      meets: ['acceptance', 'petitionNotice'],
      starts: ['filing', 'petitionFinish'],
      cite: 'IMP-18-1',
    },
    ...refusalIn('received'),
    transfer: { to: 'transferring', by: OFFICE, needs: ['reason'] },
    merge: {
      to: 'merged',
      by: DESK,
      needs: ['intoId', 'reason'],
      meets: ['acceptance', 'petitionNotice'],
    },
    ...withdrawalIn('received'),
  },
  supplementing: {
    supplement: {
      to: 'received',
      by: ['complainant', 'clerk', 'inspector'],
      needs: ['text'],
      starts: ['acceptance'],
      cite: 'IMP-18-1',
    },
    edit: { to: 'supplementing', by: DESK },
    ...refusalIn('supplementing'),
    merge: { to: 'merged', by: DESK, needs: ['intoId', 'reason'], meets: ['petitionNotice'] },
    ...withdrawalIn('supplementing'),
  },
  transferring: {
    recallTransfer: { to: 'received', by: OFFICE, needs: ['reason'] },
    takeOver: {
      to: 'received',
      by: ['otherOffice'],
      meets: ['acceptance'],
      starts: ['acceptance'],
      cite: 'IMP-18-1',
      why: 'the office that takes over examines acceptance itself; until then the first one answers for the period',
    },
    returnTransfer: { to: 'received', by: ['otherOffice'], needs: ['reason'] },
  },
  accepted: {
    edit: { to: 'accepted', by: DESK },
    fileCase: {
      to: 'inCase',
      by: ['inspector', 'bureauHead'],
      needs: ['caseId'],
      meets: ['filing'],
      cite: 'IMP-18-1',
    },
    joinCase: { to: 'inCase', by: ['inspector', 'bureauHead'], needs: ['caseId'], meets: ['filing'] },
    merge: { to: 'merged', by: DESK, needs: ['intoId', 'reason'], meets: ['filing', 'petitionFinish'] },
    ...petitionIn('accepted'),
    ...withdrawalIn('accepted'),
  },
  inCase: {
    edit: { to: 'inCase', by: DESK },
    answer: { to: 'answered', by: ['inspector', 'bureauHead'], meets: ['petitionFinish'] },
    ...petitionIn('inCase'),
    ...withdrawalIn('inCase'),
  },
  answered: {
    rate: { to: 'answered', by: ['complainant'], needs: ['stars'] },
    reopen: { to: 'inCase', by: ['bureauHead'], needs: ['reason'] },
  },
  refused: { rate: { to: 'refused', by: ['complainant'], needs: ['stars'] } },
  transferred: {},
  merged: {},
  withdrawn: {},
} as const satisfies LawFlow<ComplaintState, ComplaintAction, ComplaintRole>;

/** While it is offered to a department: who takes it over has it for good, because no area changes hands. */
export const DEPARTMENT_OFFER_FLOW = {
  ...COMPLAINT_FLOW,
  transferring: {
    recallTransfer: COMPLAINT_FLOW.transferring.recallTransfer,
    takeOver: {
      to: 'transferred',
      by: ['otherDepartment'],
      meets: ['acceptance', 'petitionNotice'],
      cite: 'IMP-19-1',
    },
    returnTransfer: { to: 'received', by: ['otherDepartment'], needs: ['reason'] },
  },
} as const satisfies LawFlow<ComplaintState, ComplaintAction, ComplaintRole>;

/** States in which the office still has something to do. */
export const OPEN_STATES: readonly ComplaintState[] = [
  'received',
  'supplementing',
  'transferring',
  'accepted',
  'inCase',
];
