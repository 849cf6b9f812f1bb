import type { DeliveryState, WebhookState } from '@core/contract/webhooks.ts';
import type { StateLook } from '@/ui/state-look.ts';

export const WEBHOOK_LOOKS: Record<WebhookState, StateLook> = {
  on: { labelKey: 'webhooks.state.on', colour: 'good', icon: 'check' },
  off: { labelKey: 'webhooks.state.off', colour: 'ink', icon: 'lock' },
};

export const DELIVERY_LOOKS: Record<DeliveryState, StateLook> = {
  waiting: { labelKey: 'webhooks.delivery.waiting', colour: 'notice', icon: 'refresh' },
  sending: { labelKey: 'webhooks.delivery.sending', colour: 'notice', icon: 'send' },
  sent: { labelKey: 'webhooks.delivery.sent', colour: 'good', icon: 'check' },
  parked: { labelKey: 'webhooks.delivery.parked', colour: 'danger', icon: 'alert' },
};
