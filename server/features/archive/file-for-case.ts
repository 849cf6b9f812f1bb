import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { Cases } from '../cases/index.ts';
import { storedBytes } from '../files/index.ts';
import { bindCase } from './bind-case.ts';
import type { CaseFileRecord } from './case-file.model.ts';
import { findFilesOfCase } from './case-file.model.ts';
import { runFile } from './run-file.ts';

export interface VolumeOfCase {
  /** main, inner */
  volume: 'main' | 'inner';
  pages: number;
  pdf: Uint8Array;
}
export interface FileOfCase {
  /** Absent: the case is not in the archive, and this was drawn to look at. */
  fileNumber?: string;
  volumes: VolumeOfCase[];
}

const NOT_ARCHIVED = '（未归档）';

/** The frozen file of the case with this number; where it is not archived, the file as it would be now, not kept. */
export async function fileForCase(caseNumber: string, isSplit: boolean, ctx: Ctx): Promise<FileOfCase> {
  const found = await Cases.findOne({ caseNumber }, { _id: 1, officeCode: 1 }).lean();
  if (found === null) throw new AppError('notFound');
  const caseId = String(found._id);
  const current = (await findFilesOfCase(caseId)).find(({ isCurrent }) => isCurrent);
  if (current !== undefined) return frozen(current, ctx);
  const { volumes } = await bindCase(
    {
      ...{ caseId, officeCode: found.officeCode, fileNumber: NOT_ARCHIVED, isSplit },
      ...{ archivedOn: ctx.today, archivedAt: ctx.now, archivedBy: { id: 'system', name: '—' } },
    },
    ctx,
  );
  return {
    volumes: volumes.map(({ bytes, pages }, at) => ({
      volume: at === 0 ? 'main' : 'inner',
      pages,
      pdf: bytes,
    })),
  };
}

async function frozen(current: CaseFileRecord, ctx: Ctx): Promise<FileOfCase> {
  const id = String(current._id);
  if (current.state === 'waiting' || current.state === 'making') await runFile(id, ctx);
  const [file] = (await findFilesOfCase(current.caseId)).filter(({ _id }) => String(_id) === id);
  if (file?.main === undefined) throw new Error(file?.problem ?? '案卷没有做成 / the case file was not made');
  const volumes: VolumeOfCase[] = [];
  for (const volume of ['main', 'inner'] as const) {
    const stored = file[volume];
    if (stored !== undefined)
      volumes.push({ volume, pages: stored.pages, pdf: await storedBytes(stored.sha256) });
  }
  return { fileNumber: file.fileNumber, volumes };
}
