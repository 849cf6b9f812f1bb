import type { IncidentState } from '@core/incidents/incident-table.ts';
import type { StateLook } from '@/ui/state-look.ts';

const look = (state: IncidentState, rest: Omit<StateLook, 'labelKey'>): StateLook => ({
  labelKey: `incidents.state.${state}`,
  ...rest,
});
export const INCIDENT_LOOKS: Record<IncidentState, StateLook> = {
  reported: look('reported', { colour: 'danger', icon: 'alert' }),
  onSite: look('onSite', { colour: 'warning', icon: 'hourglass' }),
  settled: look('settled', { colour: 'good', icon: 'check' }),
  complaint: look('complaint', { colour: 'primary', icon: 'case' }),
  closed: look('closed', { colour: 'ink', icon: 'close' }),
};
export const EXTREME_LOOK: StateLook = { labelKey: 'incidents.extreme', colour: 'danger', icon: 'stop' };
