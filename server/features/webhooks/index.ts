export { deliverWebhooks } from './deliver-webhooks.ts';
export { takeEvents } from './take-events.ts';
export { WEBHOOKS_PERMISSIONS } from './webhooks.permissions.ts';
export { webhooksRoutes } from './webhooks.routes.ts';
