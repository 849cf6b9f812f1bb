import type { StateLook } from '@/ui/state-look.ts';

/** A day is open until the night after it, when its root is signed. */
export const ROOT_LOOKS: Record<'signed' | 'open', StateLook> = {
  signed: { labelKey: 'events.signed', colour: 'good', icon: 'lock' },
  open: { labelKey: 'events.open', colour: 'notice', icon: 'hourglass' },
};
