import type { HealthCheck, JobRunView, OutboxState } from '@core/contract/operations.ts';
import type { StateLook } from '@/ui/state-look.ts';

export const HEALTH_LOOKS: Record<HealthCheck['level'], StateLook> = {
  good: { labelKey: 'health.level.good', colour: 'good', icon: 'check' },
  warning: { labelKey: 'health.level.warning', colour: 'warning', icon: 'alert' },
  bad: { labelKey: 'health.level.bad', colour: 'danger', icon: 'alert' },
  unknown: { labelKey: 'health.level.unknown', colour: 'noData', icon: 'noData' },
};

export const RUN_LOOKS: Record<JobRunView['state'], StateLook> = {
  running: { labelKey: 'jobs.state.running', colour: 'primary', icon: 'hourglass' },
  done: { labelKey: 'jobs.state.done', colour: 'good', icon: 'check' },
  failed: { labelKey: 'jobs.state.failed', colour: 'danger', icon: 'alert' },
  abandoned: { labelKey: 'jobs.state.abandoned', colour: 'warning', icon: 'pause' },
};

export const OUTBOX_LOOKS: Record<OutboxState, StateLook> = {
  waiting: { labelKey: 'outbox.state.waiting', colour: 'notice', icon: 'hourglass' },
  sending: { labelKey: 'outbox.state.sending', colour: 'primary', icon: 'outbox' },
  sent: { labelKey: 'outbox.state.sent', colour: 'good', icon: 'check' },
  failed: { labelKey: 'outbox.state.failed', colour: 'danger', icon: 'alert' },
};
