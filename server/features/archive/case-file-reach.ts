import type { Role } from '../../core/contract/roles.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { casesInReach, knowsReporters } from '../cases/index.ts';
import type { CaseRecord } from '../cases/index.ts';
import type { CaseFileRecord } from './case-file.model.ts';
import { findCaseFile } from './case-file.model.ts';

const READERS: readonly Role[] = ['clerk', 'inspector', 'bureauHead'];

/** The same person with the grants that let him read contents: a leader of one area may be an inspector of another. */
export const asMaker = (ctx: Ctx): Ctx => {
  const grants = ctx.grants.filter(({ role }) => READERS.includes(role));
  return ctx.actor.kind === 'user' ? { ...ctx, grants, actor: { ...ctx.actor, grants } } : { ...ctx, grants };
};

/** The file, within the areas whose cases the reader sees; throws notFound otherwise. */
export async function getFileRecord(id: string, ctx: Pick<Ctx, 'actor' | 'grants'>): Promise<CaseFileRecord> {
  const found = await findCaseFile(id, casesInReach(ctx));
  if (found === null) throw new AppError('notFound');
  return found;
}

/** Where the inner volume names who made a report, the two inspectors of the case read it and nobody else. */
export const mayReadInner = (file: CaseFileRecord, record: CaseRecord, ctx: Ctx): boolean =>
  !file.namesReporter || knowsReporters(record, ctx);
