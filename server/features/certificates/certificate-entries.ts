import type { CreditEntry } from '../../core/credit/entry.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import { addDays } from '../../core/kit/plain-date.ts';
import { registerCreditSource } from '../credit/index.ts';
import { asCertificates, Certificates } from './certificate.model.ts';

/** Certificates of these companies as they stood on a day: issued, until when, and whether one was taken back. */
registerCreditSource('certificates', async (companyIds, day) => {
  const issued = { companyId: { $in: [...companyIds] }, issuedOn: { $lte: day } };
  return asCertificates(await Certificates.find(issued, { credit: 0 }).lean()).flatMap(
    ({ _id, companyId, areaCode, certificateNumber, issuedOn, validUntil, history }): CreditEntry[] => {
      if (issuedOn === undefined) return [];
      const revokedOn = history.find(({ action, on }) => action === 'revoke' && on <= day)?.on;
      const endedOn = revokedOn ?? lapsedOn(validUntil, day);
      const said = {
        ...{ companyId, areaCode, record: { kind: 'certificate' as const, id: String(_id) } },
        ...(certificateNumber === undefined ? {} : { number: certificateNumber }),
      };
      return [
        { ...said, kind: 'certificate', on: issuedOn, ...(endedOn === undefined ? {} : { endedOn }) },
        ...(revokedOn === undefined ? [] : [{ ...said, kind: 'certificateRevoked' as const, on: revokedOn }]),
      ];
    },
  );
});

/** The first day on which it no longer holds, once that day has come. */
function lapsedOn(validUntil: PlainDate | undefined, day: PlainDate): PlainDate | undefined {
  return validUntil === undefined || validUntil >= day ? undefined : addDays(validUntil, 1);
}
