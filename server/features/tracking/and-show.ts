import type { MyComplaint } from '../../core/contract/tracking.ts';
import type { Ctx } from '../../platform/context.ts';
import { getMyComplaint } from './get-my-complaint.ts';

/** Does what the complainant sends about his own complaint and shows it as it stands afterwards. */
export async function andShow<Body>(
  act: (receiptNumber: string, body: Body, ctx: Ctx) => Promise<unknown>,
  { receiptNumber }: { receiptNumber: string },
  body: Body,
  ctx: Ctx,
): Promise<MyComplaint> {
  await act(receiptNumber, body, ctx);
  return getMyComplaint(receiptNumber, ctx);
}
