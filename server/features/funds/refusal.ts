import type { PostTransaction } from '../../core/contract/funds.ts';
import type { PayFileLineRecord } from './pay-file-line.model.ts';

/** Why money may not leave a wage account (ACC-9): it is there for this project's workers alone. */
export const REFUSAL_REASONS = [
  'notWages',
  'noReference',
  'notOfProject',
  'bounced',
  'otherPerson',
  'otherAmount',
  'paidBefore',
] as const;
export type RefusalReason = (typeof REFUSAL_REASONS)[number];

export const REFUSAL_WORDS: Readonly<Record<RefusalReason, { zh: string; en: string }>> = {
  notWages: { zh: '用途不是发工资', en: 'It is not a payment of wages' },
  noReference: { zh: '没有代发编号', en: 'It names no line of a pay file' },
  notOfProject: {
    zh: '代发编号不在本项目的代发文件中',
    en: 'Its reference is in no pay file of this project',
  },
  bounced: {
    zh: '这笔代发已退回，须用新的编号重发',
    en: 'That line bounced; it is sent again under a new reference',
  },
  otherPerson: {
    zh: '收款人不是代发文件中的这个工人',
    en: 'It goes to somebody else than the worker of that line',
  },
  otherAmount: { zh: '金额与代发文件不一致', en: 'The amount is not the one of the pay file' },
  paidBefore: { zh: '这笔代发已付出过', en: 'That line was paid before' },
};

/** Banks write the dot of a long name, and blanks in a short one, each in their own way. */
const plainName = (name: string): string => name.normalize('NFKC').replace(/[\s·•・‧.]/gu, '');

/** May this money leave the account? Null when it may: wages, to the one and the amount the pay file names, once. */
export function refusalOf(
  outflow: Pick<PostTransaction, 'kind' | 'amountFen' | 'counterparty' | 'payReference'>,
  projectId: string,
  sent: Pick<PayFileLineRecord, 'projectId' | 'amountFen' | 'result' | 'workerName'> | null,
  isPaid: boolean,
): RefusalReason | null {
  if (outflow.kind !== 'wages') return 'notWages';
  if (outflow.payReference === undefined) return 'noReference';
  if (sent === null || sent.projectId !== projectId) return 'notOfProject';
  if (sent.result === 'bounced') return 'bounced';
  if (plainName(sent.workerName) !== plainName(outflow.counterparty)) return 'otherPerson';
  if (sent.amountFen !== outflow.amountFen) return 'otherAmount';
  return isPaid ? 'paidBefore' : null;
}
