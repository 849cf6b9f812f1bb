import mongoose from 'mongoose';
import type { ArchiveCase, CaseFileView } from '../../core/contract/archive.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { afterCommit, inTransaction } from '../../platform/db.ts';
import { searchFields } from '../../platform/search/index.ts';
import type { CaseRecord } from '../cases/index.ts';
import {
  demandNotArchived,
  getCaseRecord,
  markArchived,
  notOpen,
  onTakenOut,
  recordCaseEvent,
} from '../cases/index.ts';
import { obstaclesOf } from './before-archiving.ts';
import type { CaseFileRecord } from './case-file.model.ts';
import { insertCaseFile, markEarlier, moveFile } from './case-file.model.ts';
import { asMaker, getFileRecord } from './case-file-reach.ts';
import { caseFileView } from './case-file-view.ts';
import { nextFileNumber } from './file-number.ts';
import { runFile } from './run-file.ts';

/** Puts a closed case into the archive: from now on it is only read, and its file is made beside. */
export async function archiveCase(
  caseId: string,
  version: number,
  input: ArchiveCase,
  ctx: Ctx,
): Promise<CaseFileView> {
  const file = await enterFile(caseId, version, input, ctx);
  afterCommit(() => void runFile(String(file._id), ctx));
  return caseFileView(file, ctx);
}

/** The file as it waits to be made; its case is in the archive with the same write. */
export function enterFile(
  caseId: string,
  version: number | undefined,
  { isSplit }: ArchiveCase,
  ctx: Ctx,
): Promise<CaseFileRecord> {
  return inTransaction(async () => {
    const record = await getCaseRecord(caseId, asMaker(ctx));
    if (version !== undefined && record.version !== version) throw new AppError('staleVersion');
    demandNotArchived(record);
    if (record.state !== 'closed') throw notOpen(record);
    const obstacles = await obstaclesOf(record, ctx);
    if (obstacles.length > 0)
      throw new AppError('caseNotReadyForArchive', {
        what: obstacles.map(({ zh }) => zh).join('；'),
        whatEn: obstacles.map(({ en }) => en).join('; '),
      });
    const number = await nextFileNumber(record.officeCode, ctx);
    const file = newFile(record, { ...number, isSplit }, ctx);
    await insertCaseFile(file);
    const { _id, fileNumber, archivedOn } = file;
    await markArchived(record, { id: String(_id), fileNumber, on: archivedOn }, ctx);
    return file;
  });
}

function newFile(
  record: CaseRecord,
  own: Pick<CaseFileRecord, 'fileNumber' | 'year' | 'serial' | 'isSplit'>,
  { actor, now, today }: Ctx,
): CaseFileRecord {
  const { areaCode, officeCode, caseNumber, title, closedOn = today } = record;
  const respondentName = record.respondent.name;
  const by = actor.kind === 'user' ? { id: actor.userId, name: actor.name } : { id: 'system', name: '系统' };
  return {
    ...{ _id: new mongoose.Types.ObjectId(), caseId: String(record._id), areaCode, officeCode },
    ...{ state: 'waiting', isCurrent: true, ...own, caseNumber, title, respondentName, closedOn },
    ...{ archivedOn: today, archivedAt: now, archivedBy: by, pages: 0, namesReporter: false },
    ...{ aliveAt: now, done: 0, total: 0 },
    ...searchFields({ names: [respondentName], texts: [own.fileNumber, caseNumber, title] }),
  };
}

/** Makes a file anew that could not be made; the case has been in the archive since. */
export async function retryFile(id: string, ctx: Ctx): Promise<CaseFileView> {
  const file = await inTransaction(async () => {
    const { state, caseId } = await getFileRecord(id, asMaker(ctx));
    const waiting = await moveFile(id, 'failed', { state: 'waiting', aliveAt: ctx.now });
    if (waiting === null) throw new AppError('conflict', { state });
    await recordCaseEvent(await getCaseRecord(caseId, ctx), 'caseFileRetried', { caseFileId: id }, ctx);
    return waiting;
  });
  afterCommit(() => void runFile(id, ctx));
  return caseFileView(file, ctx);
}

/** The head has opened the case again: its file stays, as an earlier one. */
onTakenOut(async ({ archive }) => {
  if (archive !== undefined) await markEarlier(archive.id);
});
