/** Tracking codes typed in this tab; they live in memory only, so that a phone handed on tells nothing. */
const codes = new Map<string, string>();

export const rememberCode = (receiptNumber: string, code: string): void =>
  void codes.set(receiptNumber, code);
export const knownCode = (receiptNumber: string): string | undefined => codes.get(receiptNumber);
