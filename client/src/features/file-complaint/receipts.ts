import type { ComplaintFiled } from '@core/contract/complaint-intake.ts';
import type { IntakeKind } from '@core/contract/complaints.ts';
import { find, findAll, keep } from '@/offline/phone-store.ts';

/** The receipt as the server gave it, kept on the phone so that it can be shown again without a network. */
export interface KeptReceipt extends ComplaintFiled {
  id: string;
  intakeKind: IntakeKind;
  anonymous: boolean;
  filedAt: number;
  /** It arrived while another page was open. */
  unseen: boolean;
}

export const findReceipt = (number: string): Promise<KeptReceipt | undefined> =>
  find<KeptReceipt>('receipts', number);

export async function listReceipts(): Promise<KeptReceipt[]> {
  return (await findAll<KeptReceipt>('receipts')).sort((a, b) => b.filedAt - a.filedAt);
}

export const keepReceipt = (receipt: KeptReceipt): Promise<void> => keep('receipts', { ...receipt });

/** The code of an anonymous report is shown until it is written down, then the phone forgets it. */
export async function forgetTrackingCode(receipt: KeptReceipt): Promise<KeptReceipt> {
  const { trackingCode: _written, ...rest } = receipt;
  await keepReceipt(rest);
  return rest;
}
