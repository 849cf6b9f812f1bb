import type { SmsGateway } from './channels/sms.ts';

export interface DeliverDeps {
  now: Date;
  log: { warn(facts: object, text: string): void };
  /** Nothing set: mail goes to the demo inbox in demo mode and fails otherwise. */
  smtpUrl?: string;
  demo: boolean;
  sms?: SmsGateway;
  /** Tells open pages that a bell item came; a hint only. */
  publish?: (room: `user:${string}`, event: string, payload: object) => void;
  random?: () => number;
  limit?: number;
}
/** Delivers what is due: at least once, the same Message-ID on a repeat. */
export async function deliverDue(
  _deps: DeliverDeps,
): Promise<{ sent: number; retried: number; failed: number; postponed: number }> {
  throw new Error('not built yet');
}
