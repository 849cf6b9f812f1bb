import type { EvidenceRow, EvidenceView } from '../../core/contract/evidence.ts';
import type { FileView } from '../../core/contract/files.ts';
import type { Ctx } from '../../platform/context.ts';
import { knowsReporters } from '../cases/index.ts';
import type { CaseRecord } from '../cases/index.ts';
import { fileViews, storedBytes } from '../files/index.ts';
import { custodyOf } from './custody.model.ts';
import type { EvidenceRecord } from './evidence.model.ts';
import { isPicture, pictureFacts } from './picture-facts.ts';

/** One line of the list. */
export function evidenceRow(piece: EvidenceRecord, file: FileView | undefined): EvidenceRow {
  const { version, number, kind, side, title, shows, obtainedOn, obtainedBy, place, sha256, sm3 } = piece;
  return {
    id: String(piece._id),
    ...{ version, number, kind, side, title, obtainedOn, obtainedBy: obtainedBy.name, sha256 },
    ...(shows === undefined ? {} : { shows }),
    ...(place === undefined ? {} : { place }),
    ...(file === undefined ? {} : { file }),
    ...(sm3 === undefined ? {} : { sm3 }),
    isWithdrawn: piece.isWithdrawn,
    copyCount: piece.copies.length,
    isHidden: piece.isHidden,
  };
}

/** Files by id, for a page of pieces. */
export async function filesOf(ids: readonly string[]): Promise<Map<string, FileView>> {
  return new Map((await fileViews(ids)).map((file) => [file.id, file]));
}

/** The piece with its copies and every hand it went through; a picture's own time and place for the case team alone. */
export async function evidenceView(
  piece: EvidenceRecord,
  record: CaseRecord,
  ctx: Ctx,
): Promise<EvidenceView> {
  const { fileId, copies, withdrawn, frozen, interviewId } = piece;
  const files = await filesOf([
    ...(fileId === undefined ? [] : [fileId]),
    ...copies.map((copy) => copy.fileId),
  ]);
  const file = fileId === undefined ? undefined : files.get(fileId);
  const taken =
    file !== undefined && isPicture(file.mime) && knowsReporters(record, ctx)
      ? await pictureFacts(await storedBytes(piece.sha256))
      : undefined;
  return {
    ...evidenceRow(piece, file),
    ...(taken === undefined ? {} : { taken }),
    copies: copies.flatMap(({ id, fileId: copyFile, madeOn, madeBy, redactions, sha256 }) => {
      const view = files.get(copyFile);
      return view === undefined ? [] : [{ id, file: view, madeOn, madeBy: madeBy.name, redactions, sha256 }];
    }),
    custody: await custodyOf(String(piece._id)),
    ...(frozen === undefined ? {} : { frozen }),
    ...(interviewId === undefined ? {} : { interviewId }),
    ...(withdrawn === undefined
      ? {}
      : { withdrawn: { on: withdrawn.on, by: withdrawn.by.name, reason: withdrawn.reason } }),
    actions: actionsOn(piece, record, ctx, file),
  };
}

function actionsOn(
  piece: EvidenceRecord,
  record: CaseRecord,
  { grants }: Pick<Ctx, 'grants'>,
  file: FileView | undefined,
): EvidenceView['actions'] {
  const works = grants.some(({ role }) => role === 'inspector' || role === 'bureauHead');
  if (!works || piece.isWithdrawn || record.archive !== undefined) return [];
  const redact = file !== undefined && isPicture(file.mime) ? (['redact'] as const) : [];
  return record.state === 'closed' ? [...redact] : ['edit', ...redact, 'withdraw'];
}
