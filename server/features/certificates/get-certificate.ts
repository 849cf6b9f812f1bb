import type { CertificateView } from '../../core/contract/certificates.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { getLife } from '../../platform/lives/index.ts';
import { storedBytes } from '../files/index.ts';
import { CERTIFICATE_KIND, certificatesWithin } from './certificate-kind.ts';
import { certificateView } from './certificate-view.ts';

/** One certificate of the reader's office or company. */
export async function getCertificate(id: string, ctx: Ctx): Promise<CertificateView> {
  return certificateView(await getLife(CERTIFICATE_KIND, id, await certificatesWithin(ctx)), ctx);
}

/** The paper as it was issued; one that was taken back is still to be read. */
export async function certificateBytes(id: string, ctx: Ctx): Promise<{ bytes: Buffer; name: string }> {
  const record = await getLife(CERTIFICATE_KIND, id, await certificatesWithin(ctx));
  if (record.pdfSha256 === undefined) throw new AppError('notFound');
  return {
    bytes: await storedBytes(record.pdfSha256),
    name: `${record.certificateNumber ?? 'certificate'}.pdf`,
  };
}
