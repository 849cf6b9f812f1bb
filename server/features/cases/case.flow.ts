import type { CaseAction, CaseState } from '../../core/contract/cases.ts';
import type { LawFlow } from '../../core/law/law-flow.ts';

/** As whom somebody acts on a case of his area. */
export type CaseRole = 'clerk' | 'inspector' | 'bureauHead';
export const CASE_ROLES: readonly CaseRole[] = ['clerk', 'inspector', 'bureauHead'];

/** What may be done in a state that stays as it is. */
const keeping = <State extends CaseState>(to: State) =>
  ({
    assign: { to, by: ['inspector', 'bureauHead'], needs: ['reason'], cite: 'INS-16-1' },
    edit: { to, by: ['inspector'] },
    link: { to, by: ['inspector'] },
    editClaims: { to, by: ['inspector'] },
    joinComplaint: { to, by: ['inspector'], needs: ['reason'] },
    recordPayment: { to, by: ['inspector'] },
    addEvidence: { to, by: ['clerk', 'inspector', 'bureauHead'], needs: ['fileIds'] },
    askClosure: { to, by: ['inspector'], needs: ['code', 'statement'] },
    declineClosure: { to, by: ['bureauHead'], needs: ['reason'] },
    askRecusal: {
      to,
      by: ['clerk', 'inspector'],
      needs: ['inspectorId', 'side', 'ground'],
      cite: 'INS-16-1',
    },
    approveRecusal: { to, by: ['bureauHead'], needs: ['inspectorId'], cite: 'INS-16-1' },
    declineRecusal: { to, by: ['bureauHead'], needs: ['reason'], cite: 'INS-16-1' },
  }) as const;

/** The head's word ends the case and whatever clock still runs. */
const closing = {
  approveClosure: {
    to: 'closed',
    by: ['bureauHead'],
    meets: ['investigation', 'decision', 'rectification'],
    why: 'whoever asked for it may not approve it',
  },
} as const;

/**
 * The life of a case, from filing to closure; case-guards.ts says what a request that waits for the head opens and
 * shuts in between. The investigation runs from the day of filing, so looking into it starts no clock.
 * @law INS-17-1
 * @law INS-18-1
 */
export const CASE_FLOW = {
  filed: {
    ...keeping('filed'),
    investigate: { to: 'investigating', by: ['inspector'], cite: 'INS-16-1' },
    ...closing,
  },
  investigating: {
    ...keeping('investigating'),
    askExtension: { to: 'investigating', by: ['inspector'], needs: ['reason'], cite: 'INS-17-1' },
    approveExtension: { to: 'investigating', by: ['bureauHead'], cite: 'INS-17-1' },
    declineExtension: { to: 'investigating', by: ['bureauHead'], needs: ['reason'] },
    suspend: {
      to: 'suspended',
      by: ['inspector'],
      needs: ['ground', 'reason'],
      why: 'recorded everywhere; the clock stands still only where the area has such a rule',
    },
    endInvestigation: {
      to: 'deciding',
      by: ['inspector'],
      meets: ['investigation'],
      starts: ['decision'],
      cite: 'IMP-37-1',
    },
    order: {
      to: 'ordered',
      by: ['inspector'],
      needs: ['servedOn', 'rectifyBy', 'mode', 'demands'],
      meets: ['investigation'],
      starts: ['rectification'],
      cite: 'INS-18-1',
    },
    ...closing,
  },
  suspended: {
    ...keeping('suspended'),
    resume: { to: 'investigating', by: ['inspector'], needs: ['reason'] },
    ...closing,
  },
  deciding: {
    ...keeping('deciding'),
    order: {
      to: 'ordered',
      by: ['inspector'],
      needs: ['servedOn', 'rectifyBy', 'mode', 'demands'],
      meets: ['decision'],
      starts: ['rectification'],
      cite: 'INS-18-1',
    },
    ...closing,
  },
  ordered: {
    ...keeping('ordered'),
    order: {
      to: 'ordered',
      by: ['inspector'],
      needs: ['servedOn', 'rectifyBy', 'mode', 'demands'],
      meets: ['rectification'],
      starts: ['rectification'],
      cite: 'INS-18-1',
      why: 'a further order takes the place of the one before',
    },
    ...closing,
  },
  closed: {
    reopen: {
      to: 'investigating',
      by: ['bureauHead'],
      needs: ['reason'],
      starts: ['investigation'],
      why: 'the matter is filed anew on this day, so it is investigated from this day',
    },
  },
} as const satisfies LawFlow<CaseState, CaseAction, CaseRole>;
