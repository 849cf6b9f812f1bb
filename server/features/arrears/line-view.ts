import type { ArrearsLineView, MarkView } from '../../core/contract/arrears.ts';
import type { FileView } from '../../core/contract/files.ts';
import type { Ctx } from '../../platform/context.ts';
import type { CaseRecord, ClaimRecord } from '../cases/index.ts';
import { claimsById, knowsReporters, nameAndPhoneOf } from '../cases/index.ts';
import { fileViews } from '../files/index.ts';
import type { LineRecord, StoredMark } from './sheet.record.ts';

/** Names of these people as this reader may see them: who made a report is known to the case's inspectors alone. */
export async function namesOf(
  claimIds: readonly string[],
  record: Pick<CaseRecord, 'inspectorIds'>,
  ctx: Ctx,
): Promise<Map<string, { personName?: string; identityHidden: boolean }>> {
  const claims = await claimsById([...new Set(claimIds)]);
  return new Map(claims.map((claim) => [String(claim._id), shownName(claim, record, ctx)]));
}

/** The same of one claim. */
export function shownName(
  claim: ClaimRecord,
  record: Pick<CaseRecord, 'inspectorIds'>,
  ctx: Ctx,
): { personName?: string; identityHidden: boolean } {
  const identityHidden = claim.identityHidden && !knowsReporters(record, ctx);
  const { name } = identityHidden ? {} : nameAndPhoneOf(claim);
  return { ...(name === undefined ? {} : { personName: name }), identityHidden };
}

/** Lines for the office, with the word of both sides. */
export async function lineViews(
  lines: readonly LineRecord[],
  record: Pick<CaseRecord, 'inspectorIds'>,
  ctx: Ctx,
): Promise<ArrearsLineView[]> {
  const names = await namesOf(
    lines.map(({ claimId }) => claimId),
    record,
    ctx,
  );
  const files = await filesOf(lines.flatMap(({ worker, employer }) => [worker, employer]));
  return lines.map((line) => lineView(line, names.get(line.claimId) ?? { identityHidden: true }, files));
}

function lineView(
  line: LineRecord,
  name: { personName?: string; identityHidden: boolean },
  files: ReadonlyMap<string, FileView>,
): ArrearsLineView {
  const { worker, employer, found } = line;
  return {
    id: String(line._id),
    version: line.version,
    claimId: line.claimId,
    ...name,
    ...{
      payMonth: line.payMonth,
      basis: line.basis,
      earnedFen: line.earnedFen,
      deductedFen: line.deductedFen,
    },
    ...{ paidFen: line.paidFen, owedFen: line.owedFen, lacks: line.lacks, sources: line.sources },
    standing: line.standing,
    ...(line.untold === true ? { untold: true as const } : {}),
    ...(worker === undefined ? {} : { worker: markView(worker, files) }),
    ...(employer === undefined ? {} : { employer: markView(employer, files) }),
    ...(found === undefined ? {} : { found }),
    history: line.history,
  };
}

export function markView(mark: StoredMark, files: ReadonlyMap<string, FileView>): MarkView {
  const { mark: said, reason, saysFen, at, recordedBy, fileIds } = mark;
  return {
    mark: said,
    ...(reason === undefined ? {} : { reason }),
    ...(saysFen === undefined ? {} : { saysFen }),
    at: at.toISOString(),
    ...(recordedBy === undefined ? {} : { recordedBy }),
    files: fileIds.flatMap((id) => files.get(id) ?? []),
  };
}

/** The files of these marks, by id. */
export async function filesOf(marks: readonly (StoredMark | undefined)[]): Promise<Map<string, FileView>> {
  const ids = [...new Set(marks.flatMap((mark) => mark?.fileIds ?? []))];
  return new Map((await fileViews(ids)).map((file) => [file.id, file]));
}
