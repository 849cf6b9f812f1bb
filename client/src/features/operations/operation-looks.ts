import type { HealthCheck, JobRunView, OutboxState } from '@core/contract/operations.ts';
import type { StateLook } from '@/ui/state-look.ts';

export const HEALTH_LOOKS: Record<HealthCheck['level'], StateLook> = {
  good: { labelKey: 'health.level.good', colour: 'good', icon: 'check' },
  warning: { labelKey: 'health.level.warning', colour: 'warning', icon: 'alert' },
  bad: { labelKey: 'health.level.bad', colour: 'danger', icon: 'alert' },
  unknown: { labelKey: 'health.level.unknown', colour: 'noData', icon: 'noData' },
};

/** Where a check can be looked into. */
export const HEALTH_PAGES: Partial<
  Record<HealthCheck['name'], { path: string; labelKey: string; permission: string }>
> = {
  jobs: { path: '/operations/jobs', labelKey: 'nav.jobs', permission: 'jobs.list' },
  outbox: { path: '/operations/outbox', labelKey: 'nav.outbox', permission: 'outbox.list' },
  eventChain: { path: '/operations/events', labelKey: 'nav.events', permission: 'eventDays.list' },
  calendar: { path: '/settings/calendar', labelKey: 'nav.calendar', permission: 'calendar.read' },
  parameters: { path: '/settings/parameters', labelKey: 'nav.parameters', permission: 'parameters.list' },
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
  switchedOff: { labelKey: 'outbox.state.switchedOff', colour: 'ink', icon: 'pause' },
};
