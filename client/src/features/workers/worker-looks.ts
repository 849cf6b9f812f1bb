import type { WorkerState } from '@core/contract/workers.ts';
import type { StateLook } from '@/ui/state-look.ts';

export const WORKER_STATE_LOOKS: Record<WorkerState, StateLook> = {
  active: { labelKey: 'workers.state.active', colour: 'good', icon: 'check' },
  merged: { labelKey: 'workers.state.merged', colour: 'ink', icon: 'merge' },
};
