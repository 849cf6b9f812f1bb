import type { PublicProject } from '@core/contract/projects.ts';
import type { ReceiptCheck } from '@core/contract/tracking.ts';
import { http } from './http.ts';

export const getPublicProject = (code: string, signal?: AbortSignal): Promise<PublicProject> =>
  http.get(`/public/projects/${encodeURIComponent(code)}`, {}, signal);
export const checkReceipt = (
  receipt: string,
  signature: string,
  signal?: AbortSignal,
): Promise<ReceiptCheck> =>
  http.get(`/public/receipts/${encodeURIComponent(receipt)}`, { s: signature }, signal);
