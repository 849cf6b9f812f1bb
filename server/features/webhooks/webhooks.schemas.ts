import Joi from 'joi';
import type { PageQuery } from '../../core/contract/page.ts';
import type { OpenWebhook, SwitchWebhook } from '../../core/contract/webhooks.ts';
import { WEBHOOK_EVENTS, WEBHOOK_STATES } from '../../core/contract/webhooks.ts';
import { areaCode, id, pageKeys, properName } from '../../platform/http/shapes.ts';

export const listQuery = Joi.object<PageQuery, true>(pageKeys(['opened']));
export const deliveriesQuery = Joi.object<PageQuery, true>(pageKeys(['createdAt']));

export const openBody = Joi.object<OpenWebhook, true>({
  name: properName(60).required(),
  clientId: id(),
  departmentCode: Joi.string().pattern(/^[a-zA-Z0-9_-]{1,40}$/, 'department'),
  areaCode: areaCode().required(),
  url: Joi.string().trim().max(500).required(),
  events: Joi.array()
    .items(Joi.string().valid(...WEBHOOK_EVENTS))
    .unique()
    .min(1)
    .max(WEBHOOK_EVENTS.length)
    .required(),
});

export const switchBody = Joi.object<SwitchWebhook, true>({
  state: Joi.string()
    .valid(...WEBHOOK_STATES)
    .required(),
});

export const deliveryParams = Joi.object<{ id: string }, true>({
  id: Joi.string()
    .pattern(/^[0-9a-f]{24}-[0-9a-f]{24}$/, 'delivery')
    .required(),
});
