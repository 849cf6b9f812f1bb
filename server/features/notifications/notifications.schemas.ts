import Joi from 'joi';
import type { OutboxChannel, OutboxState } from '../../core/contract/operations.ts';
import { OUTBOX_CHANNELS, OUTBOX_STATES } from '../../core/contract/operations.ts';
import type { PageQuery } from '../../core/contract/page.ts';
import { mobile, pageKeys } from '../../platform/http/shapes.ts';
import type { TemplateName } from '../../platform/outbox/index.ts';
import { TEMPLATES } from '../../platform/outbox/index.ts';

export interface ListOutbox extends PageQuery {
  state?: OutboxState;
  channel?: OutboxChannel;
  template?: TemplateName;
}
export const listOutboxQuery = Joi.object<ListOutbox>({
  state: Joi.string().valid(...OUTBOX_STATES),
  channel: Joi.string().valid(...OUTBOX_CHANNELS),
  template: Joi.string().valid(...Object.keys(TEMPLATES)),
  ...pageKeys(['createdAt', 'notBefore']),
});

export interface ListNotifications extends PageQuery {
  unread?: boolean;
}
export const listNotificationsQuery = Joi.object<ListNotifications>({
  unread: Joi.boolean(),
  ...pageKeys(['at']),
});

export const demoInboxQuery = Joi.object<{ phone?: string }, true>({ phone: mobile() });
