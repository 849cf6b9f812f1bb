import type { Ctx } from '../../platform/context.ts';
import { isOfficeOf } from '../../platform/office-reach.ts';
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

type ToCompany =
  | 'certificateAskedForYou'
  | 'certificateWithdrawn'
  | 'certificateIssued'
  | 'certificateRefused'
  | 'certificateRevoked'
  | 'certificateExpired';

/** The company's people, under the bell and by mail: what was answered, and what was done in its name. */
export async function tellCompany(record: CertificateRecord, template: ToCompany, ctx: Ctx): Promise<void> {
  const { areaCode, companyId, certificateNumber = '', validUntil = '' } = record;
  for (const { id: userId, email } of await findPeopleOfCompany(companyId, 'companyAdmin'))
    for (const channel of email === undefined ? (['inApp'] as const) : (['inApp', 'mail'] as const)) {
      const key = `${keyOf(record, template, userId)}:${channel}`;
      const way = { channel, to: { userId }, areaCode, link: linkOf(record), key };
      if (template === 'certificateIssued' || template === 'certificateExpired')
        await enqueue({ ...way, template, data: { certificateNumber, validUntil } }, ctx);
      else if (template === 'certificateRevoked')
        await enqueue({ ...way, template, data: { certificateNumber } }, ctx);
      else await enqueue({ ...way, template, data: {} }, ctx);
    }
}

/** At the counter somebody else acts in the name of the company. */
export const isAtCounter = ({ areaCode }: CertificateRecord, ctx: Ctx): boolean => isOfficeOf(ctx, areaCode);
