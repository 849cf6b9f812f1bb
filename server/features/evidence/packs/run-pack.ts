import { randomUUID } from 'node:crypto';
import { AppError } from '../../../platform/app-error.ts';
import { elapsed } from '../../../platform/clock.ts';
import type { Ctx } from '../../../platform/context.ts';
import { systemCtx } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/db.ts';
import { errorSentence } from '../../../platform/jobs/error-sentence.ts';
import { publish } from '../../../platform/realtime/index.ts';
import { ThreadFault, ThreadPool } from '../../../platform/thread-pool.ts';
import type { CaseRecord } from '../../cases/index.ts';
import { getCaseRecord, recordCaseEvent, tellScreens } from '../../cases/index.ts';
import { insertCustody } from '../custody.model.ts';
import type { EvidenceRecord } from '../evidence.model.ts';
import type { PackRecord } from './pack.model.ts';
import { claimPack, updateRun } from './pack.model.ts';
import { packContents } from './pack-contents.ts';
import { packName, zipPath } from './pack-archive.ts';
import { storedFiles } from './pack-setup.ts';
import type { PackTask, PackWritten } from './pack-task.ts';

const TOLD_EVERY_MS = 250;
const ALIVE_EVERY_MS = 3_000;
/** Who has said nothing for so long was killed. */
const SILENT_MS = 15_000;

const threads = new ThreadPool<PackTask, PackWritten, { done: number }>(
  'server/features/evidence/packs/pack-thread.ts',
  { threads: 1, limitMs: 900_000, idleMs: 30_000, heapMb: 256 },
);

/** Packs this process makes now: how far they are is known here before it is stored. */
const making = new Map<string, { done: number; total: number }>();
export const makingNow = (id: string): { done: number; total: number } | undefined => making.get(id);

type When = Pick<Ctx, 'now' | 'today'>;

/**
 * Makes a pack that waits, or one whose maker was killed, from the beginning; never throws: what comes of it is stored.
 * Somebody else who makes it already is left alone.
 */
export async function runPack(id: string, when: When): Promise<void> {
  if (making.has(id)) return;
  making.set(id, { done: 0, total: 0 });
  try {
    const silentSince = new Date(when.now.getTime() - SILENT_MS);
    const pack = await claimPack(id, { run: randomUUID(), now: when.now, silentSince });
    if (pack !== null) await make(pack, when);
  } catch {
    // The store is away: the pack stays as it is and is taken up again by whoever asks for it later.
  } finally {
    making.delete(id);
  }
}

async function make(pack: PackRecord, when: When): Promise<void> {
  const id = String(pack._id);
  const begunAt = elapsed();
  const tell = (): void =>
    publish(`user:${pack.startedBy.id}`, 'evidencePackChanged', { id, caseId: pack.caseId });
  const pulse = setInterval(() => {
    const aliveAt = new Date(when.now.getTime() + (elapsed() - begunAt));
    updateRun(pack, { aliveAt, ...(making.get(id) ?? {}) }).catch(() => {}); // told as dead, at worst
  }, ALIVE_EVERY_MS).unref();
  try {
    await pieceTogether(pack, when, tell);
  } catch (error) {
    await updateRun(pack, { state: 'failed', problem: problemOf(error) });
  } finally {
    clearInterval(pulse);
  }
  tell();
}

async function pieceTogether(pack: PackRecord, when: When, tell: () => void): Promise<void> {
  const ctx = systemCtx('evidencePack', when);
  const id = String(pack._id);
  const record = await getCaseRecord(pack.caseId, ctx);
  const { entries, packed, leftOut } = await packContents(pack, record, ctx);
  const total = entries.length;
  making.set(id, { done: 0, total });
  tell();
  let toldAt = elapsed();
  const task = {
    files: storedFiles(),
    zipPath: zipPath(id),
    name: packName(id),
    at: when.now.toISOString(),
    entries,
  };
  const written = await threads.run(task, {
    onNews: ({ done }) => {
      making.set(id, { done, total });
      if (elapsed() - toldAt < TOLD_EVERY_MS) return;
      toldAt = elapsed();
      tell();
    },
  });
  await keep(pack, record, { ...written, total, packed, leftOut }, when);
}

interface Made extends PackWritten {
  total: number;
  packed: readonly EvidenceRecord[];
  leftOut: number;
}

async function keep(pack: PackRecord, record: CaseRecord, made: Made, when: When): Promise<void> {
  const { bytes, sha256, total, packed, leftOut } = made;
  const by = pack.startedBy;
  await inTransaction(async () => {
    const ready = { state: 'ready' as const, bytes, sha256, done: total, total, leftOut, madeAt: when.now };
    if (!(await updateRun(pack, ready))) return; // another maker took it over
    const note = `${pack.recipient}：${pack.reason}`.slice(0, 400);
    const entry = { action: 'packed' as const, at: when.now, on: when.today, by, note };
    await insertCustody(packed.map(({ _id }) => ({ evidenceId: String(_id), ...entry })));
    const facts = {
      packId: String(pack._id),
      sha256,
      bytes,
      pieces: packed.length,
      leftOut,
      forWhom: pack.forWhom,
    };
    await recordCaseEvent(record, 'evidencePacked', facts, starter(pack, when));
    tellScreens(record);
  });
}

/** In the chain stands who asked for the pack, also when it was made anew after a kill. */
const starter = ({ startedBy }: PackRecord, when: When): Ctx => ({
  ...systemCtx('evidencePack', when),
  ...(startedBy.id === 'system'
    ? {}
    : { actor: { kind: 'user', userId: startedBy.id, name: startedBy.name, grants: [], sessionId: '' } }),
});

function problemOf(error: unknown): string {
  if (error instanceof ThreadFault && error.code === 'fileChanged')
    return `证据包中的文件与登记的指纹不符：${String(error.details)}`;
  if (error instanceof AppError) return error.code;
  return errorSentence(error).slice(0, 300);
}
