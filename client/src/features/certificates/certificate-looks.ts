import type { CertificateState } from '@core/contract/certificates.ts';
import type { StateLook } from '@/ui/state-look.ts';

export const CERTIFICATE_LOOKS: Record<CertificateState, StateLook> = {
  requested: { labelKey: 'certificates.state.requested', colour: 'warning', icon: 'hourglass' },
  checked: { labelKey: 'certificates.state.checked', colour: 'primary', icon: 'hourglass' },
  issued: { labelKey: 'certificates.state.issued', colour: 'good', icon: 'check' },
  refused: { labelKey: 'certificates.state.refused', colour: 'danger', icon: 'close' },
  withdrawn: { labelKey: 'certificates.state.withdrawn', colour: 'ink', icon: 'close' },
  revoked: { labelKey: 'certificates.state.revoked', colour: 'danger', icon: 'close' },
  expired: { labelKey: 'certificates.state.expired', colour: 'ink', icon: 'close' },
};

export const certificateLook = (state: string): StateLook =>
  Object.entries(CERTIFICATE_LOOKS).find(([name]) => name === state)?.[1] ?? CERTIFICATE_LOOKS.requested;
