import { randomInt } from 'node:crypto';
import type { CertificateView } from '../../core/contract/certificates.ts';
import { validUntilOf } from '../../core/certificates/certificate-table.ts';
import { DEFAULT_NUMBER_PATTERN, documentNumber } from '../../core/documents/document-number.ts';
import { partsOf } from '../../core/kit/plain-date.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { getLife, moveLife } from '../../platform/lives/index.ts';
import { findAreaOn } from '../areas/index.ts';
import { officeName } from '../complaints/index.ts';
import { shortOfficeName } from '../documents/index.ts';
import { holdFiles, storeBytes } from '../files/index.ts';
import { findParameter } from '../parameters/index.ts';
import { nextSerial, takeSerial } from './certificate-counter.model.ts';
import { CERTIFICATE_KIND, certificatesWithin } from './certificate-kind.ts';
import type { CertificateRecord } from './certificate.model.ts';
import { certificateSearch } from './certificate.model.ts';
import { certificateView } from './certificate-view.ts';
import { drawCertificate } from './draw-certificate.ts';
import type { CertificatePaper } from './draw-certificate.ts';
import type { MoveCertificate } from './move-certificate.ts';
import { tellCompany } from './tell-certificate.ts';

/** No letter that is taken for another. */
const LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const newCheckCode = (): string =>
  Array.from({ length: 10 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
/** Instances of the product that issue at the same moment try again with the next number. */
const TRIES = 8;
const WORD = '信';

/** The number is printed in the paper, so another certificate that took it meanwhile means drawing it again. */
class NumberTaken extends Error {}

/**
 * Issues a certificate: the next number of its office and year, and a paper frozen with its fingerprint. It is drawn
 * first and its number taken in the transaction that issues it; one that is not issued leaves no gap.
 */
export async function issueCertificate(asked: MoveCertificate, ctx: Ctx): Promise<CertificateView> {
  const record = await getLife(CERTIFICATE_KIND, asked.id, await certificatesWithin(ctx));
  for (let tries = 0; tries < TRIES; tries++) {
    try {
      return await certificateView(await issueNext(record, asked, ctx), ctx);
    } catch (cause) {
      if (!(cause instanceof NumberTaken)) throw cause;
    }
  }
  throw new AppError('conflict', { state: record.state });
}

async function issueNext(
  record: CertificateRecord,
  asked: MoveCertificate,
  ctx: Ctx,
): Promise<CertificateRecord> {
  const series = { areaCode: record.areaCode, year: partsOf(ctx.today).year };
  const serial = await nextSerial(series);
  const paper = await paperOf(record, asked, serial, ctx);
  // Where the last day is missing or the step is not open the table refuses it below; nothing is drawn for that.
  const bytes = paper === undefined || record.state !== 'checked' ? undefined : await drawCertificate(paper);
  const limits = await certificatesWithin(ctx);
  return moveLife(CERTIFICATE_KIND, asked, limits, ctx, async ({ _id, companyName, creditCode }) => {
    if (bytes === undefined || paper === undefined) throw new AppError('conflict', { state: record.state });
    if (!(await takeSerial(series, serial))) throw new NumberTaken();
    const { certificateNumber, issuedOn, validUntil, checkCode } = paper;
    const pdf = await storeBytes(bytes, { name: `${certificateNumber}.pdf`, purpose: 'document' }, ctx);
    await holdFiles([pdf.id], `certificate:${String(_id)}`, ctx, { purposes: ['document'] });
    return {
      set: {
        ...{ certificateNumber, serial, year: series.year, issuedOn, validUntil, checkCode },
        pdfSha256: pdf.sha256,
        ...certificateSearch(companyName, [creditCode, certificateNumber]),
      },
      facts: { certificateNumber, pdfSha256: pdf.sha256 },
      andAlso: (changed) => tellCompany(changed, 'certificateIssued', ctx),
    };
  });
}

async function paperOf(
  record: CertificateRecord,
  { given }: MoveCertificate,
  serial: number,
  ctx: Ctx,
): Promise<CertificatePaper | undefined> {
  const { areaCode, companyName, creditCode, credit, facts } = record;
  const ground = await CERTIFICATE_KIND.ground(record, ctx);
  const validUntil = validUntilOf({ ...ground, facts: { ...facts, ...given } });
  if (validUntil === undefined) return undefined;
  const set = await findParameter('documentNumberPattern', areaCode, ctx.today);
  const pattern = typeof set?.value === 'string' ? set.value : DEFAULT_NUMBER_PATTERN;
  const area = await findAreaOn(areaCode, ctx.today);
  const office = shortOfficeName(area?.name ?? areaCode);
  return {
    officeName: await officeName(areaCode, ctx),
    certificateNumber: documentNumber(pattern, { office, word: WORD, issuedOn: ctx.today, serial }),
    ...{ companyName, creditCode: creditCode ?? '—', credit, issuedOn: ctx.today, validUntil },
    purpose: String(facts['purpose'] ?? ''),
    checkCode: newCheckCode(),
  };
}
