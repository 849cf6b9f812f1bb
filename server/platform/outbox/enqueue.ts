import type { Locale } from '../../core/contract/accounts.ts';
import type { OutboxChannel } from '../../core/contract/operations.ts';
import type { Ctx } from '../context.ts';
import type { TemplateData, TemplateName } from './templates.ts';

export interface NewMessage<Name extends TemplateName = TemplateName> {
  template: Name;
  to: { userId?: string; email?: string; phone?: string };
  channel: OutboxChannel;
  data: TemplateData<Name>;
  locale?: Locale;
  areaCode?: string;
  /** A path of this site, '/admin/jobs'; mails print it with the public address before it. */
  link?: string;
  notBefore?: Date;
  /** Not held back in the quiet hours. */
  urgent?: boolean;
  /** Stable: the same key is the same message and is kept once. */
  key: string;
}

/** Puts a message into the outbox in the caller's transaction; throws outside of one. */
export async function enqueue<Name extends TemplateName>(
  _message: NewMessage<Name>,
  _ctx: Ctx,
): Promise<void> {
  throw new Error('not built yet');
}
