import type { MachineClientView } from '@core/contract/machine-clients.ts';
import type { StateLook } from '@/ui/state-look.ts';

export const CLIENT_LOOKS: Record<MachineClientView['state'], StateLook> = {
  active: { labelKey: 'machineClients.state.active', colour: 'good', icon: 'check' },
  ended: { labelKey: 'machineClients.state.ended', colour: 'ink', icon: 'lock' },
};
