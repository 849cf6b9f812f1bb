import type { ListedPersonKind, ListingState } from '@core/contract/listings.ts';
import { LISTED_PERSON_KINDS, LISTED_PERSON_WORDS } from '@core/contract/listings.ts';
import { say } from '@/i18n/index.ts';
import type { StateLook } from '@/ui/state-look.ts';

const look = (state: ListingState, rest: Omit<StateLook, 'labelKey'>): StateLook => ({
  labelKey: `listings.state.${state}`,
  ...rest,
});
export const LISTING_LOOKS: Record<ListingState, StateLook> = {
  proposed: look('proposed', { colour: 'notice', icon: 'hourglass' }),
  noticeApproved: look('noticeApproved', { colour: 'notice', icon: 'send' }),
  noticed: look('noticed', { colour: 'warning', icon: 'hourglass' }),
  objected: look('objected', { colour: 'warning', icon: 'help' }),
  verified: look('verified', { colour: 'notice', icon: 'hourglass' }),
  decided: look('decided', { colour: 'danger', icon: 'send' }),
  served: look('served', { colour: 'danger', icon: 'send' }),
  listed: look('listed', { colour: 'danger', icon: 'stop' }),
  applied: look('applied', { colour: 'warning', icon: 'hourglass' }),
  leaving: look('leaving', { colour: 'notice', icon: 'hourglass' }),
  leavingEarly: look('leavingEarly', { colour: 'notice', icon: 'hourglass' }),
  removedEarly: look('removedEarly', { colour: 'good', icon: 'check' }),
  removed: look('removed', { colour: 'good', icon: 'check' }),
  spared: look('spared', { colour: 'good', icon: 'check' }),
  dropped: look('dropped', { colour: 'ink', icon: 'close' }),
};

export const personKindText = (kind: ListedPersonKind): string => say(LISTED_PERSON_WORDS[kind]);
export const personKinds = (): { value: ListedPersonKind; label: string }[] =>
  LISTED_PERSON_KINDS.map((value) => ({ value, label: personKindText(value) }));
