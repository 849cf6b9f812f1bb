import type { StartEvidencePack } from '../../../core/contract/evidence.ts';
import { AppError } from '../../../platform/app-error.ts';
import type { Ctx } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/db.ts';
import { Cases } from '../../cases/index.ts';
import { findPack } from './pack.model.ts';
import { readPack } from './pack-archive.ts';
import { runPack } from './run-pack.ts';
import { enterPack } from './start-pack.ts';

/** Makes the pack of the case with this number and waits for it: for the command line. Answers its archive. */
export async function makePackNow(
  caseNumber: string,
  input: StartEvidencePack,
  ctx: Ctx,
): Promise<AsyncIterable<Buffer>> {
  const found = await Cases.findOne({ caseNumber }, { _id: 1 }).lean();
  if (found === null) throw new AppError('notFound');
  const { _id } = await inTransaction(() => enterPack(String(found._id), input, ctx));
  await runPack(String(_id), ctx);
  const pack = await findPack(String(_id), {});
  const archive = pack?.state === 'ready' ? await readPack(String(_id)) : null;
  if (archive === null) throw new Error(pack?.problem ?? '证据包没有做成 / the pack was not made');
  return archive;
}
