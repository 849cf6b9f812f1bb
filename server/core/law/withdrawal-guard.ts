/**
 * How long a wish to withdraw waits where the office has set no time of its own: until the next working day. No rule
 * asks for it; it gives whoever was pressed a night to say so, and is never shown as law.
 */
export const UNSET_WITHDRAWAL_WAIT = { workingDays: 1 } as const;
