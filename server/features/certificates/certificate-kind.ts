import type { CertificateRole, CertificateSituation } from '../../core/certificates/certificate-table.ts';
import { CERTIFICATE } from '../../core/certificates/certificate-table.ts';
import { factsSince } from '../../core/certificates/credit-facts.ts';
import { anyOf } from '../../platform/area-limit.ts';
import type { LifeKind, Reader } from '../../platform/lives/index.ts';
import { isOfficeOf, officeLimits } from '../../platform/office-reach.ts';
import { loadCalendar } from '../calendar/index.ts';
import { ownCompanyIds } from '../companies/index.ts';
import { holdFiles } from '../files/index.ts';
import { findParameter } from '../parameters/index.ts';
import type { CertificateRecord } from './certificate.model.ts';
import { Certificates } from './certificate.model.ts';
import { gatherCredit } from './gather-credit.ts';

/** Those of the reader's office, or of the companies he stands for, as part of a query. */
export async function certificatesWithin(reader: Reader): Promise<Record<string, unknown>> {
  const own = reader.actor.kind === 'system' ? [] : await ownCompanyIds(reader);
  return anyOf([...officeLimits(reader), ...(own.length === 0 ? [] : [{ companyId: { $in: own } }])]);
}

/** Does the reader look on it as the office does, and not as the company? */
export const looksAsOffice = (record: Pick<CertificateRecord, 'areaCode'>, reader: Reader): boolean =>
  isOfficeOf(reader, record.areaCode);

const OFFICE_ROLES: readonly CertificateRole[] = ['clerk', 'inspector', 'bureauHead'];

function rolesOn({ areaCode }: Pick<CertificateRecord, 'areaCode'>, { actor }: Reader): CertificateRole[] {
  if (actor.kind === 'system') return ['system'];
  if (actor.kind !== 'user') return [];
  const held = OFFICE_ROLES.filter((role) =>
    actor.grants.some((grant) => grant.role === role && areaCode.startsWith(grant.areaCode)),
  );
  // Whoever reaches the record without its office stands for its company: the query has seen to that.
  return held.length > 0 ? held : ['company'];
}

/** States in which somebody still looks at what has come up since. */
export const LOOKED_AT: readonly string[] = ['requested', 'checked', 'issued'];

/** What has come up since the record was frozen; to be shown, it changes nothing by itself. */
export async function creditSince(
  { companyId, credit, facts }: Pick<CertificateRecord, 'companyId' | 'credit' | 'facts'>,
  { today }: Reader,
): Promise<CertificateSituation['since']> {
  const years = Number(facts['years'] ?? 1);
  return factsSince(credit.facts, (await gatherCredit(companyId, years, today)).facts);
}

export const CERTIFICATE_KIND: LifeKind<CertificateRecord, CertificateSituation> = {
  table: CERTIFICATE,
  model: Certificates,
  subject: 'certificate',
  async ground({ areaCode, credit }, { today }) {
    const validDays = (await findParameter('certificateDays', areaCode, today))?.value;
    return {
      ...{ today, calendar: await loadCalendar(areaCode), record: credit, since: [] },
      area: typeof validDays === 'number' ? { validDays } : {},
    };
  },
  roles: (record, reader) => rolesOn(record, reader),
  hold: async (fileIds, holder, ctx) => {
    await holdFiles(fileIds, holder, ctx, {
      purposes: ['evidence', 'document'],
      field: 'given.fileIds',
    });
  },
};
