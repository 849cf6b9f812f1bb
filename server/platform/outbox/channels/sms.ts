/** What a text-message provider must offer; a repeat carries the same messageId, so the provider can drop it. */
export interface SmsGateway {
  send(message: { phone: string; text: string; messageId: string; at: Date }): Promise<void>;
}
export function demoSmsGateway(): SmsGateway {
  throw new Error('not built yet');
}
