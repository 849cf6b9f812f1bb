import type { Ctx } from '../../platform/context.ts';
import { enqueue } from '../../platform/outbox/index.ts';
import { findPeopleOfCompany } from '../accounts/index.ts';
import { findOfficeStaff } from '../cases/index.ts';
import type { CertificateRecord } from './certificate.model.ts';

const linkOf = ({ _id }: CertificateRecord): string => `/certificates/${String(_id)}`;
const keyOf = ({ _id, version }: CertificateRecord, what: string, userId: string): string =>
  `certificate:${String(_id)}:${what}:${userId}:v${version}`;

async function tellOffice(
  record: CertificateRecord,
  role: 'inspector' | 'bureauHead',
  template: 'certificateAsked' | 'certificateWaits',
  ctx: Ctx,
): Promise<void> {
  const { areaCode, companyName } = record;
  for (const { id: userId } of await findOfficeStaff(areaCode, role, ctx)) {
    const message = { template, channel: 'inApp', to: { userId }, data: { companyName }, areaCode } as const;
    await enqueue({ ...message, link: linkOf(record), key: keyOf(record, template, userId) }, ctx);
  }
}

export const tellRequested = (record: CertificateRecord, ctx: Ctx): Promise<void> =>
  tellOffice(record, 'inspector', 'certificateAsked', ctx);
export const tellHeads = (record: CertificateRecord, ctx: Ctx): Promise<void> =>
  tellOffice(record, 'bureauHead', 'certificateWaits', ctx);

/** The company's people, of what was answered. */
export async function tellAnswered(
  record: CertificateRecord,
  template: 'certificateIssued' | 'certificateRefused' | 'certificateRevoked',
  ctx: Ctx,
): Promise<void> {
  const { areaCode, companyId, certificateNumber = '', validUntil = '' } = record;
  for (const { id: userId } of await findPeopleOfCompany(companyId, 'companyAdmin')) {
    const to = { userId };
    const way = {
      channel: 'inApp',
      to,
      areaCode,
      link: linkOf(record),
      key: keyOf(record, template, userId),
    } as const;
    if (template === 'certificateIssued')
      await enqueue({ ...way, template, data: { certificateNumber, validUntil } }, ctx);
    else if (template === 'certificateRevoked')
      await enqueue({ ...way, template, data: { certificateNumber } }, ctx);
    else await enqueue({ ...way, template, data: {} }, ctx);
  }
}
