import type { InspectionView } from '@core/contract/inspections.ts';
import type { StateLook } from '@/ui/state-look.ts';

export const RESULT_LOOKS: Record<InspectionView['result'], StateLook> = {
  CLEAN: { labelKey: 'inspections.result.CLEAN', colour: 'good', icon: 'check' },
  TO_RECTIFY: { labelKey: 'inspections.result.TO_RECTIFY', colour: 'warning', icon: 'alert' },
};
