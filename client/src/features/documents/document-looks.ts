import type { DocumentState } from '@core/contract/documents.ts';
import type { StateLook } from '@/ui/state-look.ts';

export const DOCUMENT_LOOKS: Record<DocumentState, StateLook> = {
  draft: { labelKey: 'documents.state.draft', colour: 'notice', icon: 'edit' },
  submitted: { labelKey: 'documents.state.submitted', colour: 'warning', icon: 'hourglass' },
  approved: { labelKey: 'documents.state.approved', colour: 'primary', icon: 'check' },
  issued: { labelKey: 'documents.state.issued', colour: 'good', icon: 'check' },
  voided: { labelKey: 'documents.state.voided', colour: 'ink', icon: 'close' },
};
