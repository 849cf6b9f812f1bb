import type { SafeguardPart } from '../../core/contract/safeguards.ts';
import type { FilePurpose } from '../../core/contract/files.ts';
import { AppError } from '../../platform/app-error.ts';
import { appendEvent } from '../../platform/audit/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { holdFiles } from '../files/index.ts';
import type { ProjectPosition } from '../projects/index.ts';
import type { SafeguardsChange, SafeguardsRecord } from './safeguards.model.ts';
import { findRecord, writeRecord } from './safeguards.model.ts';
import { positionToWrite } from './writable-parts.ts';

/** What a use case makes of its input: what to store, which paper proves it, and what the chain of events says. */
export interface PartChange extends SafeguardsChange {
  file?: { id: string | undefined; field: string; purpose?: FilePurpose };
  /** Nothing personal and no account number. */
  facts?: Record<string, unknown>;
  /** Further work in the same transaction. */
  after?: (record: SafeguardsRecord) => Promise<void>;
}

export const refOfSafeguards = (projectId: string) => `safeguards:${projectId}` as const;

/**
 * Writes one part of a project's record: allowed, judged, stored once per version, with its paper held and the event on
 * the project's chain. Answers the new version; what a reader sees of it is asked for afterwards.
 */
export async function writePart(
  projectId: string,
  { part, version, action }: { part: SafeguardPart; version: number | 'whatever'; action: string },
  change: (position: ProjectPosition, before: SafeguardsRecord | null) => Promise<PartChange>,
  ctx: Ctx,
): Promise<number> {
  return inTransaction(async () => {
    const position = await positionToWrite(projectId, part, ctx);
    const before = await findRecord(projectId);
    const { file, facts = {}, after, ...written } = await change(position, before);
    await hold(projectId, file, ctx);
    const expected = version === 'whatever' ? (before?.version ?? 0) : version;
    const record = await writeRecord(projectId, expected, written);
    if (record === null) throw new AppError('staleVersion');
    const { areaCode } = position.project;
    await appendEvent({ subject: `project:${projectId}`, areaCode, action, facts }, ctx);
    await after?.(record);
    return record.version;
  });
}

/** A paper that is here already stays, whoever uploaded it; a new one must be the writer's own. */
async function hold(projectId: string, file: PartChange['file'], ctx: Ctx): Promise<void> {
  if (file?.id === undefined) return;
  const { field, purpose = 'document' } = file;
  const ref = refOfSafeguards(projectId);
  await holdFiles([file.id], ref, ctx, { purposes: [purpose], from: [ref], field });
}
