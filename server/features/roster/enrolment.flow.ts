import type { EnrolmentAction, EnrolmentState } from '../../core/contract/roster.ts';
import type { LawFlow } from '../../core/law/law-flow.ts';

/** Who stands how to an enrolment: the general contractor or the hiring firm, or the office of the area. */
export type Standing = 'employer' | 'office';

/** A person's way on and off a site. A card is corrected after leaving too: the last month is still to be paid. */
export const ENROLMENT_FLOW = {
  pending: {
    edit: { to: 'pending', by: ['employer'] },
    enter: { to: 'onSite', by: ['employer'], needs: ['on'], cite: 'REG-28-1' },
    leave: { to: 'left', by: ['employer'], needs: ['on', 'reason'], why: 'never let in' },
    reveal: { to: 'pending', by: ['employer', 'office'] },
  },
  onSite: {
    edit: { to: 'onSite', by: ['employer'] },
    leave: { to: 'left', by: ['employer'], needs: ['on', 'reason'], cite: 'WAG-7' },
    reveal: { to: 'onSite', by: ['employer', 'office'] },
  },
  left: {
    edit: { to: 'left', by: ['employer'] },
    settle: { to: 'left', by: ['employer'], needs: ['on', 'note'], cite: 'WAG-7' },
    reveal: { to: 'left', by: ['employer', 'office'] },
  },
} as const satisfies LawFlow<EnrolmentState, EnrolmentAction, Standing>;
