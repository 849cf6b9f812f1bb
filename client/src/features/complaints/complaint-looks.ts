import {
  LEAD_CHANNELS,
  REFUSAL_GROUNDS,
  type ComplaintState,
  type DueFilter,
  type IntakeKind,
  type LeadChannel,
  type RegisteredChannel,
} from '@core/contract/complaints.ts';
import type { IconName } from '@/ui/icon-shapes.ts';
import type { StateLook } from '@/ui/state-look.ts';

/** What waits for the office is blue, what waits for somebody else amber, what is over is plain ink. */
export const COMPLAINT_LOOKS: Record<ComplaintState, StateLook> = {
  received: { labelKey: 'complaints.state.received', colour: 'primary', icon: 'complaint' },
  supplementing: { labelKey: 'complaints.state.supplementing', colour: 'notice', icon: 'help' },
  transferring: { labelKey: 'complaints.state.transferring', colour: 'notice', icon: 'send' },
  accepted: { labelKey: 'complaints.state.accepted', colour: 'primary', icon: 'check' },
  inCase: { labelKey: 'complaints.state.inCase', colour: 'primary', icon: 'case' },
  answered: { labelKey: 'complaints.state.answered', colour: 'good', icon: 'check' },
  refused: { labelKey: 'complaints.state.refused', colour: 'ink', icon: 'close' },
  transferred: { labelKey: 'complaints.state.transferred', colour: 'ink', icon: 'send' },
  merged: { labelKey: 'complaints.state.merged', colour: 'ink', icon: 'merge' },
  withdrawn: { labelKey: 'complaints.state.withdrawn', colour: 'ink', icon: 'left' },
};

export const KIND_ICONS: Record<IntakeKind, IconName> = { COMPLAINT: 'complaint', REPORT: 'lock' };

export const choicesOf = <Value extends string>(
  values: readonly Value[],
  prefix: string,
): { value: Value; labelKey: string }[] => values.map((value) => ({ value, labelKey: `${prefix}.${value}` }));

export const GROUND_CHOICES = choicesOf(REFUSAL_GROUNDS, 'complaints.ground');
export const CHANNEL_CHOICES = choicesOf(LEAD_CHANNELS, 'complaints.channel');
/** The worker's own form and his answer on a payroll line are what nobody registers by hand. */
export const REGISTERED_CHANNELS: readonly RegisteredChannel[] = [
  'WALK_IN',
  'HOTLINE_12345',
  'HOTLINE_12333',
  'NATIONAL_PLATFORM',
  'PETITION',
  'ASSIGNED',
  'INSPECTION',
  'GRID',
];
/** Channels whose own work order has a number. */
export const NUMBERED_CHANNELS: readonly LeadChannel[] = [
  'HOTLINE_12345',
  'HOTLINE_12333',
  'NATIONAL_PLATFORM',
  'PETITION',
  'ASSIGNED',
];
export const DUE_ORDER: readonly DueFilter[] = ['overdue', 'today', 'within1', 'within3', 'later', 'none'];

/** Where the word for one of several values stands. */
export const wordKey = (stem: string, value: string): string => `${stem}.${value}`;
