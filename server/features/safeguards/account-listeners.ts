import type { Ctx } from '../../platform/context.ts';

/** A wage account as it stands after it was opened or changed. */
export interface AccountWritten {
  projectId: string;
  areaCode: string;
  branchCode: string;
  /** Not one that was closed and whose papers are put right: money may move on it. */
  isOpen: boolean;
}
type Listener = (account: AccountWritten, ctx: Ctx) => Promise<void>;

const listeners: Listener[] = [];

/** A feature that keeps the money of accounts says here what it does when one is opened or moved to another branch. */
export function registerAccountListener(listener: Listener): void {
  listeners.push(listener);
}

/** Inside the transaction that writes the account; one after the other, because they share it. */
export async function tellAccountWritten(account: AccountWritten, ctx: Ctx): Promise<void> {
  for (const listener of listeners) await listener(account, ctx);
}
