import type { CertificateRow, CertificateState, CertificateView } from '../../core/contract/certificates.ts';
import type { LifeView } from '../../core/contract/lives.ts';
import { CERTIFICATE } from '../../core/certificates/certificate-table.ts';
import type { Ctx } from '../../platform/context.ts';
import { viewOfLife } from '../../platform/lives/index.ts';
import { filesOfSteps } from '../files/index.ts';
import { stepsShown } from './certificate-files.ts';
import { CERTIFICATE_KIND, creditSince, LOOKED_AT, looksAsOffice } from './certificate-kind.ts';
import type { CertificateRecord } from './certificate.model.ts';
import { checkAddress } from './draw-certificate.ts';

/** One line of the list. */
export function certificateRow(record: CertificateRecord): CertificateRow {
  const { _id, version, state, areaCode, companyId, companyName, openedOn, facts } = record;
  const { creditCode, certificateNumber, issuedOn, validUntil } = record;
  return {
    ...{ id: String(_id), version, areaCode, companyId, companyName, openedOn },
    state: state as CertificateState, // the table knows no other state
    stateName: CERTIFICATE.states[state] ?? CERTIFICATE.name,
    purpose: String(facts['purpose'] ?? ''),
    ...(creditCode === undefined ? {} : { creditCode }),
    ...(certificateNumber === undefined ? {} : { certificateNumber }),
    ...(issuedOn === undefined ? {} : { issuedOn }),
    ...(validUntil === undefined ? {} : { validUntil }),
  };
}

/** The company sees what it asked and what it was answered; the record itself once it is printed. */
function forCompany({ figures, history, facts, ...view }: LifeView, isIssued: boolean): LifeView {
  return {
    ...view,
    figures: isIssued ? figures : [],
    facts: facts.filter(({ field }) => field.name !== 'isConfirmed'),
    history: stepsShown(history, false).map(({ by, ...entry }) => ({ ...entry, by: { kind: by.kind } })),
  };
}

/** The certificate as this reader may see it, with what he can do. */
export async function certificateView(record: CertificateRecord, ctx: Ctx): Promise<CertificateView> {
  const { state: _, ...row } = certificateRow(record);
  const life = await viewOfLife(CERTIFICATE_KIND, record, ctx);
  const { checkCode, credit, pdfSha256 } = record;
  const isIssued = pdfSha256 !== undefined;
  const isOffice = looksAsOffice(record, ctx);
  const since = isOffice && LOOKED_AT.includes(record.state) ? await creditSince(record, ctx) : undefined;
  return {
    ...row,
    ...(isOffice ? life : forCompany(life, isIssued)),
    hasPdf: isIssued,
    files: await filesOfSteps(stepsShown(record.history, isOffice)),
    ...(checkCode === undefined ? {} : { checkUrl: checkAddress(checkCode) }),
    ...(isOffice || isIssued ? { credit } : {}),
    ...(since === undefined ? {} : { since: [...since] }),
  };
}
