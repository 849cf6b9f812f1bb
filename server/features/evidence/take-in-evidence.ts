import type { EvidenceKind, EvidenceTaken, TakeInEvidence } from '../../core/contract/evidence.ts';
import { toShanghaiDay } from '../../core/kit/plain-date.ts';
import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import type { FileRecord } from '../files/index.ts';
import { enterEvidence } from './enter-evidence.ts';
import { getOpenCase } from './evidence-reach.ts';
import { sourcesOf } from './evidence-sources.ts';
import { fingerprintsOfStored } from './fingerprints.ts';

/**
 * Takes in what the complaints and moves of the case hold and what is not evidence yet, each content once; a second
 * time takes nothing. What came with a report stays hidden from all but the case team.
 */
export async function takeInEvidence(
  caseId: string,
  { complaintId }: TakeInEvidence,
  ctx: Ctx,
): Promise<EvidenceTaken> {
  return inTransaction(async () => {
    const record = await getOpenCase(caseId, ctx);
    let taken = 0;
    for (const source of await sourcesOf(record, ctx)) {
      if (complaintId !== undefined && source.complaintId !== complaintId) continue;
      const ref =
        source.complaintId === undefined
          ? (`case:${caseId}` as const)
          : (`complaint:${source.complaintId}` as const);
      for (const file of source.fresh) {
        await enterEvidence(
          record,
          {
            kind: kindOf(file),
            side: source.complaintId === undefined ? 'office' : 'complainant',
            title: file.name,
            obtainedOn: toShanghaiDay(file.uploadedAt.getTime()),
            fileId: String(file._id),
            ...(source.complaintId === undefined ? {} : { complaintId: source.complaintId }),
            isHidden: source.isHidden,
            ...(await fingerprintsOfStored(file.sha256)),
          },
          ctx,
          {
            hold: {
              purposes: ['evidence', 'document'],
              from: [ref],
              ...(source.isHidden ? { unnamed: true } : {}),
            },
          },
        );
        taken += 1;
      }
    }
    return { taken };
  });
}

export function kindOf({ mime }: Pick<FileRecord, 'mime'>): EvidenceKind {
  const [family] = mime.split('/');
  if (family === 'image') return 'photo';
  if (family === 'audio') return 'audio';
  if (family === 'video') return 'video';
  return mime.endsWith('spreadsheetml.sheet') ? 'workbook' : 'document';
}
