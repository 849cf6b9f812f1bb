export interface OutboxSettings {
  publicUrl: string;
  mailFrom: string;
  quietHours: { from: string; to: string };
  /** Area of messages that name none, e.g. '5326'. */
  regionCode: string;
  /** Where a person's address, number and language are looked up when a message names only the user. */
  findRecipient?: (
    userId: string,
  ) => Promise<{ email?: string; phone?: string; locale?: 'zh-CN' | 'en' } | null>;
  /** Whom to tell when a message could not be delivered. */
  findAdmins?: () => Promise<string[]>;
}
export function configureOutbox(_settings: OutboxSettings): void {
  throw new Error('not built yet');
}
