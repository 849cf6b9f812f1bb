import type { SmsSettings } from '../server/platform/outbox/index.ts';
import type { runApart } from './apart.ts';

/** What the jobs need besides the store. */
export interface JobDeps {
  /** Area whose calendar and parameters are watched. */
  regionCode: string;
  /** Unset: mails go to the demo inbox, or fail outside of demo mode. */
  smtpUrl: string | undefined;
  demo: boolean;
  /** Unset: text messages go to the demo inbox, or are switched off outside of demo mode. */
  smsGateway?: SmsSettings | undefined;
  /** Tells open pages that something came for them. */
  publish?: (room: `user:${string}`, event: 'notification', payload: { id: string }) => void;
  /** Given where jobs run beside the pages: what takes long gets a process of its own. */
  runApart?: typeof runApart;
  /** User ids of the enabled admins, who are told when something needs a person. */
  findAdmins: () => Promise<readonly string[]>;
}
