import type { PublicationState } from '@core/contract/publications.ts';
import type { StateLook } from '@/ui/state-look.ts';

export const PUBLICATION_LOOKS: Record<PublicationState, StateLook> = {
  proposed: { labelKey: 'publications.state.proposed', colour: 'warning', icon: 'hourglass' },
  returned: { labelKey: 'publications.state.returned', colour: 'notice', icon: 'edit' },
  approved: { labelKey: 'publications.state.approved', colour: 'primary', icon: 'check' },
  published: { labelKey: 'publications.state.published', colour: 'good', icon: 'check' },
  contested: { labelKey: 'publications.state.contested', colour: 'danger', icon: 'hourglass' },
  dropped: { labelKey: 'publications.state.dropped', colour: 'ink', icon: 'close' },
  withdrawn: { labelKey: 'publications.state.withdrawn', colour: 'ink', icon: 'close' },
  ended: { labelKey: 'publications.state.ended', colour: 'ink', icon: 'check' },
};

export const publicationLook = (state: string): StateLook =>
  Object.entries(PUBLICATION_LOOKS).find(([name]) => name === state)?.[1] ?? PUBLICATION_LOOKS.proposed;
