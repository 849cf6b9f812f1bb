import type { BlockerRecord } from '@core/releases/release-blockers.ts';
import type { ReleaseState } from '@core/contract/releases.ts';
import type { StateLook } from '@/ui/state-look.ts';

export const RELEASE_LOOKS: Record<ReleaseState, StateLook> = {
  declared: { labelKey: 'releases.state.declared', colour: 'warning', icon: 'hourglass' },
  noticed: { labelKey: 'releases.state.noticed', colour: 'notice', icon: 'hourglass' },
  inReview: { labelKey: 'releases.state.inReview', colour: 'warning', icon: 'eye' },
  passed: { labelKey: 'releases.state.passed', colour: 'warning', icon: 'check' },
  refused: { labelKey: 'releases.state.refused', colour: 'danger', icon: 'stop' },
  confirmed: { labelKey: 'releases.state.confirmed', colour: 'primary', icon: 'check' },
  done: { labelKey: 'releases.state.done', colour: 'good', icon: 'check' },
  withdrawn: { labelKey: 'releases.state.withdrawn', colour: 'ink', icon: 'close' },
};

export const releaseLook = (state: string): StateLook =>
  Object.entries(RELEASE_LOOKS).find(([name]) => name === state)?.[1] ?? RELEASE_LOOKS.declared;

const PATHS: Record<BlockerRecord['kind'], string> = {
  case: '/cases',
  complaint: '/complaints',
  payrollSheet: '/payroll/sheets',
  project: '/projects',
};
export const pathOfBlocker = ({ kind, id }: BlockerRecord): string => `${PATHS[kind]}/${id}`;
