import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { EvidencePackView, StartEvidencePack } from '../../../core/contract/evidence.ts';
import type { Ctx } from '../../../platform/context.ts';
import { afterCommit, inTransaction } from '../../../platform/db.ts';
import { wrongField } from '../../../platform/wrong-field.ts';
import { getCaseRecord, recordCaseEvent } from '../../cases/index.ts';
import { findEvidenceOfCase } from '../evidence.model.ts';
import { byOf, notHidden } from '../evidence-reach.ts';
import type { PackRecord } from './pack.model.ts';
import { insertPack } from './pack.model.ts';
import { packSetup } from './pack-setup.ts';
import { packView } from './pack-view.ts';
import { runPack } from './run-pack.ts';

const KEPT_DAYS = 30;

/** Begins a pack for arbitration, court or police; it is made beside, and who asked may leave and come back. */
export async function startPack(
  caseId: string,
  input: StartEvidencePack,
  ctx: Ctx,
): Promise<EvidencePackView> {
  const pack = await inTransaction(() => enterPack(caseId, input, ctx));
  afterCommit(() => void sweepOld(ctx.now).then(() => runPack(String(pack._id), ctx)));
  return packView(pack);
}

/** The pack as it waits to be made. */
export async function enterPack(caseId: string, input: StartEvidencePack, ctx: Ctx): Promise<PackRecord> {
  const record = await getCaseRecord(caseId, ctx);
  const { evidenceIds, ...asked } = input;
  if (evidenceIds !== undefined) {
    const own = new Set(
      (await findEvidenceOfCase(caseId, notHidden(record, ctx))).map(({ _id }) => String(_id)),
    );
    const wrong = evidenceIds.findIndex((id) => !own.has(id));
    if (wrong >= 0) throw wrongField(`evidenceIds.${wrong}`, '不是本案的证据', 'Not evidence of this case');
  }
  const { areaCode, officeCode } = record;
  const pack = await insertPack({
    ...{ caseId, areaCode, officeCode, state: 'waiting', ...asked },
    ...(evidenceIds === undefined ? {} : { evidenceIds }),
    ...{
      startedBy: byOf(ctx),
      startedAt: ctx.now,
      startedOn: ctx.today,
      aliveAt: ctx.now,
      done: 0,
      total: 0,
      leftOut: 0,
    },
  });
  await recordCaseEvent(
    record,
    'evidencePackStarted',
    { packId: String(pack._id), forWhom: input.forWhom },
    ctx,
  );
  return pack;
}

/** A pack can be made again at any time, so its archive is not kept for ever. */
async function sweepOld(now: Date): Promise<void> {
  const { folder } = packSetup();
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const found = await stat(path).catch(() => null);
    if (found !== null && now.getTime() - found.mtimeMs > KEPT_DAYS * 86_400_000)
      await rm(path, { force: true });
  }
}
