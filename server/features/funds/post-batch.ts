import type { MachineTransactions, TransactionsTaken } from '../../core/contract/funds.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { findProjectByCode } from '../projects/index.ts';
import { postWithin } from './post-transaction.ts';
import { REFUSAL_WORDS } from './refusal.ts';

/**
 * Movements a bank's program sends, each judged and stored for itself: what is refused holds up nothing else. Sent
 * again, those posted before are known by the bank's own number.
 */
export async function postBatch({ transactions }: MachineTransactions, ctx: Ctx): Promise<TransactionsTaken> {
  const taken: TransactionsTaken = { posted: 0, repeated: 0, refused: [] };
  for (const [index, { projectCode, ...posted }] of transactions.entries()) {
    const project = await findProjectByCode(projectCode);
    const said = project === null ? null : await judged(() => postWithin(project.id, posted, ctx));
    if (said === null) taken.refused.push({ index, zh: '没有这个账户', en: 'No such account' });
    else if (said === 'closed') taken.refused.push({ index, zh: '账户已销户', en: 'The account is closed' });
    else if (said === 'contradicts')
      taken.refused.push({ index, zh: '流水号已用于另一笔', en: 'The reference names another movement' });
    else if (said.kind === 'refused') taken.refused.push({ index, ...REFUSAL_WORDS[said.reason] });
    else taken[said.kind] += 1;
  }
  return taken;
}

async function judged<Outcome>(
  post: () => Promise<Outcome>,
): Promise<Outcome | null | 'contradicts' | 'closed'> {
  try {
    return await inTransaction(post);
  } catch (error) {
    if (error instanceof AppError && error.code === 'notFound') return null;
    if (error instanceof AppError && error.code === 'alreadyExists') return 'contradicts';
    if (error instanceof AppError && error.code === 'wageAccountClosed') return 'closed';
    throw error;
  }
}
