import { existsSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';
import type { EvidencePackView } from '../../../core/contract/evidence.ts';
import { AppError } from '../../../platform/app-error.ts';
import type { Ctx } from '../../../platform/context.ts';
import { contentDisposition } from '../../../platform/files/index.ts';
import { casesInReach, getCaseRecord } from '../../cases/index.ts';
import type { PackRecord } from './pack.model.ts';
import { findPack, findPacksOfCase } from './pack.model.ts';
import { readPack, zipPath } from './pack-archive.ts';
import { makingNow, runPack } from './run-pack.ts';

/** How far a pack is; one whose archive was swept has to be made anew. */
export function packView(pack: PackRecord): EvidencePackView {
  const id = String(pack._id);
  const { caseId, forWhom, recipient, bytes, sha256, madeAt, problem, leftOut } = pack;
  const isGone = pack.state === 'ready' && !existsSync(zipPath(id));
  const now = makingNow(id) ?? pack;
  const why = isGone ? '已过保存期，请重新制作 / No longer kept: make it anew' : problem;
  return {
    ...{
      id,
      caseId,
      state: isGone ? 'failed' : pack.state,
      done: now.done,
      total: now.total,
      forWhom,
      recipient,
      leftOut,
    },
    ...(bytes === undefined ? {} : { bytes }),
    ...(sha256 === undefined ? {} : { sha256 }),
    ...(madeAt === undefined ? {} : { madeAt: madeAt.toISOString() }),
    ...(why === undefined ? {} : { problem: why }),
  };
}

async function getPackRecord(id: string, ctx: Ctx): Promise<PackRecord> {
  const pack = await findPack(id, casesInReach(ctx));
  if (pack === null) throw new AppError('notFound');
  return pack;
}

/** Whoever looks at a pack that a killed process left behind sets it going again. */
export async function getPack(id: string, ctx: Ctx): Promise<EvidencePackView> {
  const pack = await getPackRecord(id, ctx);
  if (pack.state === 'waiting' || pack.state === 'packing') void runPack(id, ctx);
  return packView(pack);
}

export async function listPacks(
  caseId: string,
  ctx: Ctx,
): Promise<{ items: EvidencePackView[]; nextCursor: null; total: number }> {
  await getCaseRecord(caseId, ctx);
  const items = (await findPacksOfCase(caseId)).map(packView);
  return { items, nextCursor: null, total: items.length };
}

export async function sendPack(id: string, ctx: Ctx, res: Response): Promise<void> {
  const pack = await getPackRecord(id, ctx);
  if (pack.state !== 'ready') throw new AppError('conflict', { state: pack.state });
  const archive = await readPack(id);
  if (archive === null || pack.bytes === undefined) throw new AppError('conflict', { state: 'failed' });
  const { caseNumber } = await getCaseRecord(pack.caseId, ctx);
  res.set({
    'content-type': 'application/zip',
    'content-length': String(pack.bytes),
    'content-disposition': contentDisposition('attachment', `证据包-${caseNumber}-${pack.startedOn}.zip`),
    'cache-control': 'private, no-store, no-transform',
    'x-content-type-options': 'nosniff',
  });
  await pipeline(archive, res).catch((error: unknown) => {
    // A reader who went away needs no answer.
    if (!(error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE'))
      throw error;
  });
}
