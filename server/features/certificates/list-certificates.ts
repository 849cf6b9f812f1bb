import type { CertificateRow, ListCertificates } from '../../core/contract/certificates.ts';
import type { Page } from '../../core/contract/page.ts';
import { areaRange } from '../../platform/area-limit.ts';
import type { Ctx } from '../../platform/context.ts';
import { keysetPage } from '../../platform/keyset-page.ts';
import { searchFilter } from '../../platform/search/index.ts';
import { certificatesWithin } from './certificate-kind.ts';
import type { CertificateRecord } from './certificate.model.ts';
import { Certificates } from './certificate.model.ts';
import { certificateRow } from './certificate-view.ts';

export const CERTIFICATE_SORTS = { openedOn: 'openedOn', issuedOn: 'issuedOn' } as const;

function filterOf({ q, state, areaCode, companyId }: ListCertificates): Record<string, unknown> {
  return {
    ...(state === undefined ? {} : { state }),
    ...(areaCode === undefined ? {} : { areaCode: areaRange(areaCode) }),
    ...(companyId === undefined ? {} : { companyId }),
    ...(q === undefined ? {} : { $and: [searchFilter(q)] }),
  };
}

/** The certificates of the reader's office or company, newest first. */
export async function listCertificates(query: ListCertificates, ctx: Ctx): Promise<Page<CertificateRow>> {
  const page = await keysetPage<CertificateRecord>(Certificates, {
    sorts: CERTIFICATE_SORTS,
    fallback: '-openedOn',
    limits: { $and: [await certificatesWithin(ctx), filterOf(query)] },
    query,
  });
  return { ...page, items: page.items.map(certificateRow) };
}
