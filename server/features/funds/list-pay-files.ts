import type { PayFileLineView, PayFileState, PayFileView } from '../../core/contract/funds.ts';
import type { Page, PageQuery } from '../../core/contract/page.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { keysetPage } from '../../platform/keyset-page.ts';
import { moneyWithin } from './funds-reach.ts';
import type { PayFileLineRecord } from './pay-file-line.model.ts';
import { PayFileLines, payFileSecrets } from './pay-file-line.model.ts';
import { payFileViews } from './pay-file-view.ts';
import type { PayFileRecord } from './pay-file.model.ts';
import { findPayFile, PayFiles } from './pay-file.model.ts';

export interface ListPayFiles extends PageQuery {
  projectId?: string;
  state?: PayFileState;
}

/** The pay files this reader may see, the latest first. */
export async function listPayFiles(query: ListPayFiles, ctx: Ctx): Promise<Page<PayFileView>> {
  const { projectId, state } = query;
  const asked = {
    ...(projectId === undefined ? {} : { projectId }),
    ...(state === undefined ? {} : { state }),
  };
  const page = await keysetPage<PayFileRecord>(PayFiles, {
    sorts: { issuedAt: 'issuedAt' },
    fallback: '-issuedAt',
    limits: { $and: [await moneyWithin(ctx), asked] },
    query,
  });
  return { ...page, items: await payFileViews(page.items, ctx) };
}

async function ownPayFile(id: string, ctx: Ctx): Promise<PayFileRecord> {
  const found = await findPayFile(id, await moneyWithin(ctx));
  if (found === null) throw new AppError('notFound');
  return found;
}

/** One pay file; what lies outside the reader's reach is not there. */
export async function getPayFile(id: string, ctx: Ctx): Promise<PayFileView> {
  const [view] = await payFileViews([await ownPayFile(id, ctx)], ctx);
  if (view === undefined) throw new AppError('notFound');
  return view;
}

export interface ListPayFileLines extends PageQuery {
  result?: 'credited' | 'bounced' | 'waiting';
}

/** What is in a pay file and what the bank said of each line; cards masked, for the bank's clerk too. */
export async function listPayFileLines(
  id: string,
  { result, ...query }: ListPayFileLines,
  ctx: Ctx,
): Promise<Page<PayFileLineView>> {
  const file = await ownPayFile(id, ctx);
  const asked = result === undefined ? {} : { result: result === 'waiting' ? { $exists: false } : result };
  const page = await keysetPage<PayFileLineRecord>(PayFileLines, {
    sorts: { place: 'place' },
    fallback: 'place',
    limits: { payFileId: String(file._id), ...asked },
    query,
  });
  return { ...page, items: page.items.map(lineView) };
}

function lineView(line: PayFileLineRecord): PayFileLineView {
  const { reference, payMonth, workerName, bankName, amountFen, result, resultFen, resultOn } = line;
  const { reason, takenBack } = line;
  const { bankCardMasked = '' } = payFileSecrets.maskFields(line);
  return {
    id: String(line._id),
    reference,
    payMonth,
    workerName,
    bankCardMasked,
    ...(bankName === undefined ? {} : { bankName }),
    amountFen,
    ...(result === undefined ? {} : { result }),
    ...(resultFen === undefined ? {} : { resultFen }),
    ...(resultOn === undefined ? {} : { resultOn }),
    ...(reason === undefined ? {} : { reason }),
    ...(takenBack === undefined ? {} : { takenBack }),
  };
}
