import { randomBytes } from 'node:crypto';
import sharp from 'sharp';
import type { CaseView } from '../../../server/core/contract/cases.ts';
import type { EvidenceRow, EvidenceView } from '../../../server/core/contract/evidence.ts';
import { EVIDENCE_PERMISSIONS, evidenceRoutes } from '../../../server/features/evidence/index.ts';
import { storeBytes } from '../../../server/features/files/index.ts';
import { asPerson, clock, ok, useCasesApp } from '../cases/cases-app.ts';
import type { Visitor, Who } from '../cases/cases-app.ts';

export type As = (who: Who) => Visitor;
/** The application of cases with the evidence of theirs. */
export const useEvidenceApp = (): { as: As } =>
  useCasesApp({ routes: evidenceRoutes, permissionTables: [EVIDENCE_PERMISSIONS] });

/** A photo of a phone: noise, with the place and the moment it was taken at, in Wenshan. */
export async function photo(width = 400, height = 300): Promise<Buffer> {
  const noise = randomBytes(width * height * 3);
  return sharp(noise, { raw: { width, height, channels: 3 } })
    .withExif({
      IFD0: { Make: 'HUAWEI', Model: 'P30' },
      IFD2: { DateTimeOriginal: '2026:02:27 08:15:00' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '23/1 22/1 1200/100',
        GPSLongitudeRef: 'E',
        GPSLongitude: '104/1 15/1 0/100',
      },
    })
    .jpeg()
    .toBuffer();
}

export const upload = async (
  who: Who,
  bytes: Buffer,
  name: string,
  purpose: 'evidence' | 'document' = 'evidence',
) => (await storeBytes(bytes, { name, purpose }, asPerson(who))).id;

export const words = (over: object = {}): object => ({
  kind: 'photo',
  side: 'office',
  title: '工地大门的照片',
  obtainedOn: clock.today(),
  ...over,
});

/** A photo the inspector puts into the case. */
export async function addPhoto(as: As, view: Pick<CaseView, 'id'>, over: object = {}): Promise<EvidenceView> {
  const fileId = await upload('inspector', await photo(), 'IMG_0001.jpg');
  return ok(as('inspector').create(`/cases/${view.id}/evidence`, words({ fileId, ...over })));
}

export const listOf = async (as: As, { id }: Pick<CaseView, 'id'>, who: Who = 'inspector', query = {}) =>
  (await ok<{ items: EvidenceRow[] }>(as(who).get(`/cases/${id}/evidence`, query))).items;

/** A change with the version that was seen. */
export const change = (
  who: Visitor,
  path: string,
  { version }: { version: number },
  body: object,
): ReturnType<Visitor['post']> => who.post(path, body, { 'if-match': `"v${version}"` });
