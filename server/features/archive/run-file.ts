import { randomUUID } from 'node:crypto';
import { AppError } from '../../platform/app-error.ts';
import { elapsed } from '../../platform/clock.ts';
import type { Ctx } from '../../platform/context.ts';
import { systemCtx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { errorSentence } from '../../platform/jobs/error-sentence.ts';
import type { StoredBytes } from '../../platform/files/index.ts';
import { publish } from '../../platform/realtime/index.ts';
import { ThreadFault } from '../../platform/thread-pool.ts';
import { getCaseRecord, recordCaseEvent, tellScreens } from '../cases/index.ts';
import { keepMade, putMade } from '../files/index.ts';
import type { BoundVolume } from './bind-task.ts';
import type { CaseFileRecord, StoredVolume } from './case-file.model.ts';
import { claimFile, updateRun } from './case-file.model.ts';
import { bindCase } from './bind-case.ts';

const TOLD_EVERY_MS = 250;
const ALIVE_EVERY_MS = 3_000;
/** Who has said nothing for so long was killed. */
const SILENT_MS = 15_000;

/** Files this process makes now: how far they are is known here before it is stored. */
const making = new Map<string, { done: number; total: number }>();
export const makingNow = (id: string): { done: number; total: number } | undefined => making.get(id);

type When = Pick<Ctx, 'now' | 'today'>;

/**
 * Makes a file that waits, or one whose maker was killed, from the beginning; never throws: what comes of it is stored.
 * Somebody else who makes it already is left alone.
 */
export async function runFile(id: string, when: When): Promise<void> {
  if (making.has(id)) return;
  making.set(id, { done: 0, total: 0 });
  try {
    const silentSince = new Date(when.now.getTime() - SILENT_MS);
    const file = await claimFile(id, { run: randomUUID(), now: when.now, silentSince });
    if (file !== null) await make(file, when);
  } catch {
    // The store is away: the file stays as it is and is taken up again by whoever asks for it later.
  } finally {
    making.delete(id);
  }
}

async function make(file: CaseFileRecord, when: When): Promise<void> {
  const id = String(file._id);
  const begunAt = elapsed();
  const tell = (): void =>
    publish(`user:${file.archivedBy.id}`, 'caseFileChanged', { id, caseId: file.caseId });
  const pulse = setInterval(() => {
    const aliveAt = new Date(when.now.getTime() + (elapsed() - begunAt));
    updateRun(file, { aliveAt, ...(making.get(id) ?? {}) }).catch(() => {}); // told as dead, at worst
  }, ALIVE_EVERY_MS).unref();
  try {
    let toldAt = elapsed();
    const bound = await bindCase(file, systemCtx('archive', when), (now) => {
      making.set(id, now);
      if (elapsed() - toldAt < TOLD_EVERY_MS) return;
      toldAt = elapsed();
      tell();
    });
    await keep(file, bound, when);
  } catch (error) {
    await updateRun(file, { state: 'failed', problem: problemOf(error) });
  } finally {
    clearInterval(pulse);
  }
  tell();
}

interface Bound {
  volumes: readonly BoundVolume[];
  namesReporter: boolean;
}

/** Freezes the volumes under their fingerprints; what was made for a case that has been opened again is thrown away. */
async function keep(file: CaseFileRecord, { volumes, namesReporter }: Bound, when: When): Promise<void> {
  const ctx = systemCtx('archive', when);
  const ref = `caseFile:${String(file._id)}` as const;
  const stored: { volume: BoundVolume; bytes: StoredBytes }[] = [];
  for (const volume of volumes) stored.push({ volume, bytes: await putMade(volume.bytes) });
  await inTransaction(async () => {
    const kept: StoredVolume[] = [];
    for (const [at, { volume, bytes }] of stored.entries()) {
      const name = `案卷 ${file.fileNumber}${at === 0 ? '' : ' 副卷'}.pdf`;
      const { areaCode } = file;
      const made = await keepMade(bytes, { name, mime: 'application/pdf', areaCode, ref }, ctx);
      kept.push({ fileId: String(made._id), ...bytes, pages: volume.pages, lines: volume.lines });
    }
    const [main, inner] = kept;
    if (main === undefined) throw new Error('a file without a volume');
    const pages = kept.reduce((sum, one) => sum + one.pages, 0);
    const made = { main, ...(inner === undefined ? {} : { inner }), pages, namesReporter };
    if (!(await updateRun(file, { state: 'kept', ...made }))) throw new Error('taken over');
    const record = await getCaseRecord(file.caseId, ctx);
    const facts = {
      ...{ caseFileId: String(file._id), fileNumber: file.fileNumber, pages, sha256: main.sha256 },
      ...(inner === undefined ? {} : { innerSha256: inner.sha256 }),
    };
    await recordCaseEvent(record, 'caseFileMade', facts, archivist(file, when));
    tellScreens(record);
  });
}

/** In the chain stands who put the case away, also when the file was made anew after a kill. */
const archivist = ({ archivedBy: { id, name } }: CaseFileRecord, when: When): Ctx => ({
  ...systemCtx('archive', when),
  ...(id === 'system' ? {} : { actor: { kind: 'user', userId: id, name, grants: [], sessionId: '' } }),
});

function problemOf(error: unknown): string {
  if (error instanceof ThreadFault && error.code === 'fileChanged')
    return `案卷中的材料与登记的指纹不符：${String(error.details)}`;
  if (error instanceof AppError) return error.code;
  return errorSentence(error).slice(0, 300);
}
