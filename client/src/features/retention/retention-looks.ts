import type { RetentionAction, RetentionRecordState, RetentionState } from '@core/contract/retention.ts';
import { reasonField, type ActSpec } from '@/ui/act/act-spec.ts';
import type { StateLook } from '@/ui/state-look.ts';

export const RETENTION_LOOKS: Record<RetentionState, StateLook> = {
  waiting: { labelKey: 'retention.state.waiting', colour: 'notice', icon: 'hourglass' },
  approved: { labelKey: 'retention.state.approved', colour: 'primary', icon: 'check' },
  declined: { labelKey: 'retention.state.declined', colour: 'warning', icon: 'close' },
  done: { labelKey: 'retention.state.done', colour: 'good', icon: 'trash' },
};

export const RECORD_LOOKS: Record<RetentionRecordState, StateLook> = {
  listed: { labelKey: 'retention.record.listed', colour: 'notice', icon: 'hourglass' },
  deleted: { labelKey: 'retention.record.deleted', colour: 'good', icon: 'trash' },
  kept: { labelKey: 'retention.record.kept', colour: 'warning', icon: 'lock' },
};

const spec = (action: RetentionAction, rest: Omit<ActSpec, 'titleKey' | 'consequenceKey'>): ActSpec => ({
  titleKey: `retention.act.${action}.title`,
  consequenceKey: `retention.act.${action}.consequence`,
  ...rest,
});

export const RETENTION_ACTS: Record<RetentionAction, ActSpec> = {
  approve: spec('approve', {
    danger: true,
    fields: [{ name: 'understood', kind: 'check', labelKey: 'retention.act.approve.check' }],
  }),
  decline: spec('decline', { fields: [reasonField] }),
};
