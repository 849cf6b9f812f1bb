import type { CertificateCheck } from '../../core/contract/certificates.ts';
import { standingOf } from '../../core/certificates/certificate-table.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { findByCheckCode } from './certificate.model.ts';

/** Is the certificate in somebody's hand one of ours, and does it hold today? No more is told. */
export async function checkCertificate(checkCode: string, { today }: Ctx): Promise<CertificateCheck> {
  const found = await findByCheckCode(checkCode);
  const { certificateNumber, issuedOn, validUntil, companyName, creditCode = '', state } = found ?? {};
  if (certificateNumber === undefined || issuedOn === undefined || validUntil === undefined)
    throw new AppError('notFound');
  const standing = standingOf(state ?? '', validUntil, today);
  if (standing === undefined || companyName === undefined) throw new AppError('notFound');
  return { state: standing, companyName, creditCode, issuedOn, certificateNumber };
}
