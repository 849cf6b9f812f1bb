import type { CompanyState } from '@core/contract/companies.ts';
import type { StateLook } from '@/ui/state-look.ts';

export const COMPANY_STATE_LOOKS: Record<CompanyState, StateLook> = {
  active: { labelKey: 'companies.state.active', colour: 'good', icon: 'check' },
  merged: { labelKey: 'companies.state.merged', colour: 'ink', icon: 'merge' },
};
