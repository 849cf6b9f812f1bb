import type { WebhookEvent } from '../contract/webhooks.ts';

/** An act as the chain of events names it. */
export interface ChainAct {
  readonly action: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

interface Told {
  kind: WebhookEvent;
  /** Where the record stands after the act. */
  state: string;
}

const CLOSED_COMPLAINT = ['answered', 'refused', 'transferred', 'merged', 'withdrawn'];

/** Acts that are told by their own name, with the state they lead to. */
const BY_NAME: Readonly<Record<string, Told>> = {
  'complaint.file': { kind: 'complaint.received', state: 'received' },
  'complaint.register': { kind: 'complaint.received', state: 'received' },
  'complaint.accept': { kind: 'complaint.accepted', state: 'accepted' },
  'case.file': { kind: 'case.opened', state: 'filed' },
  'listing.decide': { kind: 'listing.decided', state: 'decided' },
  'certificate.issue': { kind: 'certificate.issued', state: 'issued' },
  'certificate.revoke': { kind: 'certificate.revoked', state: 'revoked' },
  'alert.raised': { kind: 'alert.raised', state: 'raised' },
  'alert.cured': { kind: 'alert.ended', state: 'cured' },
  'alert.dropped': { kind: 'alert.ended', state: 'dismissed' },
  'alert.retuned': { kind: 'alert.ended', state: 'dismissed' },
  'alert.lapsed': { kind: 'alert.ended', state: 'lapsed' },
  'alert.merged': { kind: 'alert.ended', state: 'dismissed' },
  'alert.dismiss': { kind: 'alert.ended', state: 'dismissed' },
};

/** States that end a record, however it came there. */
const ENDS: Readonly<Record<string, { kind: WebhookEvent; states: readonly string[] }>> = {
  complaint: { kind: 'complaint.closed', states: CLOSED_COMPLAINT },
  case: { kind: 'case.closed', states: ['closed'] },
  listing: { kind: 'listing.removed', states: ['removed', 'removedEarly'] },
};

/**
 * Is this act one that partners are told of? By its name, or because the record has come to an end by it; what happens
 * to it within that end (a rating, a message) is nobody's news.
 * @example { action: 'complaint.answer', facts: { from: 'inCase', to: 'answered' } } // complaint.closed, answered
 */
export function webhookEventOf({ action, facts }: ChainAct): Told | null {
  const named = Object.hasOwn(BY_NAME, action) ? BY_NAME[action] : undefined;
  if (named !== undefined) return named;
  const thing = action.split('.')[0] ?? '';
  const end = Object.hasOwn(ENDS, thing) ? ENDS[thing] : undefined;
  const { from, to } = facts;
  if (end === undefined || typeof to !== 'string' || !end.states.includes(to)) return null;
  return typeof from === 'string' && end.states.includes(from) ? null : { kind: end.kind, state: to };
}

const NUMBERS = ['receiptNumber', 'caseNumber', 'certificateNumber', 'decisionNumber'] as const;

/** The number the record goes by, from whatever its chain told of it, the latest last. */
export function numberIn(told: readonly ChainAct['facts'][]): string | null {
  for (const facts of told.toReversed())
    for (const name of NUMBERS) if (typeof facts[name] === 'string') return facts[name];
  return null;
}
