import type { ReceiptCheck } from '../../core/contract/tracking.ts';
import { publicKeyId } from '../../platform/audit/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { findReceipt, isReceiptSignature, officeName } from '../complaints/index.ts';

/** Is this receipt ours? A stranger learns whose office received it and when, and only with its true signature. */
export async function checkReceipt(
  { receiptNumber, s }: { receiptNumber: string; s: string },
  ctx: Ctx,
): Promise<ReceiptCheck> {
  const found = isReceiptSignature(receiptNumber, s) ? await findReceipt(receiptNumber) : null;
  if (found === null) return { genuine: false, receiptNumber };
  return {
    genuine: true,
    receiptNumber,
    officeName: await officeName(found.officeCode, ctx),
    receivedOn: found.receivedOn,
    keyId: publicKeyId(),
  };
}
