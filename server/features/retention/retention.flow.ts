import type { RetentionAction, RetentionState } from '../../core/contract/retention.ts';
import type { Flow } from '../../core/kit/flow.ts';

/** A list is decided on once, by the head of the bureau; what was approved a job deletes. */
export const RETENTION_FLOW = {
  waiting: {
    approve: { to: 'approved', by: ['bureauHead'] },
    decline: { to: 'declined', by: ['bureauHead'], needs: ['reason'] },
  },
  approved: {},
  declined: {},
  done: {},
} as const satisfies Flow<RetentionState, RetentionAction>;
