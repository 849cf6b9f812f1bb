import type { EvidenceSources } from '../../core/contract/evidence.ts';
import type { Ctx } from '../../platform/context.ts';
import { getCaseRecord, knowsReporters } from '../cases/index.ts';
import type { CaseRecord } from '../cases/index.ts';
import { findCaseComplaints } from '../complaints/index.ts';
import type { FileRecord } from '../files/index.ts';
import { filesHeldBy } from '../files/index.ts';
import type { EvidenceRecord } from './evidence.model.ts';
import { findEvidenceOfCase } from './evidence.model.ts';

export interface Source {
  complaintId?: string;
  label: string;
  isHidden: boolean;
  files: FileRecord[];
  /** Those whose bytes are not yet evidence of the case, each content once. */
  fresh: FileRecord[];
}

/** What the case's complaints and its own moves hold; of reports only for who knows of them. */
export async function sourcesOf(record: CaseRecord, ctx: Ctx): Promise<Source[]> {
  const pieces = await findEvidenceOfCase(String(record._id));
  const known = new Set(pieces.flatMap((piece: EvidenceRecord) => [piece.sha256]));
  const isTeam = knowsReporters(record, ctx);
  const sources: Source[] = [];
  const add = async (given: Omit<Source, 'files' | 'fresh'>, ref: `${string}:${string}`): Promise<void> => {
    const files = await filesHeldBy(ref);
    const fresh = files.filter(({ sha256 }) => !known.has(sha256) && known.add(sha256).size > 0);
    sources.push({ ...given, files, fresh });
  };
  for (const one of await findCaseComplaints(record.complaintIds)) {
    const isHidden = one.intakeKind === 'REPORT';
    if (isHidden && !isTeam) continue;
    await add({ complaintId: one.id, label: one.receiptNumber, isHidden }, `complaint:${one.id}`);
  }
  await add({ label: record.caseNumber, isHidden: false }, `case:${String(record._id)}`);
  return sources;
}

/** How many files there are to take in, source by source. */
export async function listSources(caseId: string, ctx: Ctx): Promise<EvidenceSources> {
  const sources = await sourcesOf(await getCaseRecord(caseId, ctx), ctx);
  return {
    sources: sources
      .filter(({ files }) => files.length > 0)
      .map(({ complaintId, label, files, fresh }) => ({
        ...(complaintId === undefined ? {} : { complaintId }),
        ...{ label, files: files.length, fresh: fresh.length },
      })),
  };
}
