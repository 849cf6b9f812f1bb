import type { ProjectState } from '@core/contract/projects.ts';
import type { StateLook } from '@/ui/state-look.ts';

export const PROJECT_STATE_LOOKS: Record<ProjectState, StateLook> = {
  building: { labelKey: 'projects.state.building', colour: 'primary', icon: 'project' },
  suspended: { labelKey: 'projects.state.suspended', colour: 'warning', icon: 'pause' },
  finished: { labelKey: 'projects.state.finished', colour: 'good', icon: 'check' },
  merged: { labelKey: 'projects.state.merged', colour: 'ink', icon: 'merge' },
};
