import type { Readable } from 'node:stream';
import { AppError } from '../../platform/app-error.ts';
import { appendEvent } from '../../platform/audit/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { getProjectRef } from '../projects/index.ts';
import { findSafeguards, openAccountNumber } from '../safeguards/index.ts';
import type { PayFormatId } from './formats/index.ts';
import { PAY_FORMATS } from './formats/index.ts';
import { branchWithin } from './funds-reach.ts';
import { findPayFileLines, payFileSecrets } from './pay-file-line.model.ts';
import type { PayFileRecord } from './pay-file.model.ts';
import { changePayFile, findPayFile } from './pay-file.model.ts';

export interface TakenFile {
  name: string;
  contentType: string;
  stream: Readable;
}

/**
 * Hands the pay file with full card numbers to the bank that pays it. Each time it is taken is an event: these numbers
 * leave the system here and nowhere else.
 */
export async function takePayFile(id: string, format: PayFormatId, ctx: Ctx): Promise<TakenFile> {
  const file = await inTransaction(() => markTaken(id, format, ctx));
  const { extension, contentType, write } = PAY_FORMATS[format];
  return { name: `${file.number}.${extension}`, contentType, stream: await write(await contentOf(file)) };
}

async function markTaken(id: string, format: PayFormatId, ctx: Ctx): Promise<PayFileRecord> {
  const file = await findPayFile(id, branchWithin(ctx));
  if (file === null) throw new AppError('notFound');
  const { projectId, areaCode, number, lines, state } = file;
  const facts = { number, lines, format };
  await appendEvent({ subject: `project:${projectId}`, areaCode, action: 'payFile.taken', facts }, ctx);
  if (state !== 'issued') return file;
  const taken = await changePayFile(file, { state: 'taken', takenAt: ctx.now });
  if (taken === null) throw new AppError('conflict');
  return taken;
}

async function contentOf(file: PayFileRecord) {
  const [project, safeguards, accountNumber, lines] = await Promise.all([
    getProjectRef(file.projectId),
    findSafeguards(file.projectId),
    openAccountNumber(file.projectId),
    findPayFileLines(String(file._id)),
  ]);
  return {
    number: file.number,
    projectName: project.name,
    accountName: safeguards?.account?.accountName ?? '',
    accountNumber: accountNumber ?? '',
    lines: lines.map((line) => {
      const { reference, workerName, bankName = '', amountFen } = line;
      return {
        reference,
        workerName,
        bankName,
        amountFen,
        bankCard: payFileSecrets.openFields(line).bankCard ?? '',
      };
    }),
  };
}
