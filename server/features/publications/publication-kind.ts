import type { PublicationSituation, SixItem } from '../../core/publications/publication-content.ts';
import { PUBLICATION } from '../../core/publications/publication-table.ts';
import { NEVER_DUE } from '../../core/law/due-range.ts';
import { areaLimit } from '../../platform/area-limit.ts';
import type { LifeKind, Reader } from '../../platform/lives/index.ts';
import { loadCalendar } from '../calendar/index.ts';
import { Cases, claimsOnSheet, nameAndPhoneOf } from '../cases/index.ts';
import type { CaseRecord } from '../cases/index.ts';
import { companyCardOf } from '../companies/index.ts';
import { holdFiles } from '../files/index.ts';
import { findParameters } from '../parameters/index.ts';
import { decisionBehind } from './decision-behind.ts';
import type { PublicationRecord } from './publication.model.ts';
import { Publications } from './publication.model.ts';

/** The publications of the reader's areas, as part of a query. */
export const publicationsWithin = (reader: Reader): Record<string, unknown> => areaLimit(reader);

const number = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);

/** What an area has set for publishing; what it has not set is left out. */
async function areaOf(areaCode: string, { today }: Reader): Promise<PublicationSituation['area']> {
  const set = await findParameters(['publicationObjectionDays', 'publicationMonths'], areaCode, today);
  const [days, termMonths] = [number(set.publicationObjectionDays), number(set.publicationMonths)];
  return {
    workingDays: days === undefined ? {} : { publicationObjection: days },
    ...(termMonths === undefined ? {} : { termMonths }),
  };
}

/** What the register says of the company that answers in the case. */
export async function itemsOnRecord(
  companyId: string | undefined,
  companyName: string,
): Promise<Partial<Record<SixItem, string>>> {
  const card = companyId === undefined ? null : await companyCardOf(companyId);
  if (card === null) return { companyName };
  const { name, creditCode, address, legalRepresentative } = card;
  return {
    companyName: name,
    ...(creditCode === undefined ? {} : { creditCode }),
    ...(address === undefined ? {} : { address }),
    ...(legalRepresentative === undefined ? {} : { legalRepresentative }),
  };
}

/** Everybody on the arrears sheet of the case: names that are not published. */
async function workersOf(caseId: string): Promise<string[]> {
  const claims = await claimsOnSheet(caseId);
  return claims.flatMap((claim) => nameAndPhoneOf(claim).name ?? []);
}

/** Where a text is taken in the names of the workers are opened, and nowhere else. */
const TAKES_TEXT = ['open', 'revise', 'correct'];

/** What the table of publications looks at and where they lie, for one action or for looking. */
export const publicationKind = (action?: string): LifeKind<PublicationRecord, PublicationSituation> => ({
  table: PUBLICATION,
  model: Publications,
  subject: 'publication',
  async ground({ areaCode, caseId, proceedingId, companyId, companyName }, reader) {
    const found = await Cases.findById(caseId, { proceedings: 1 }).lean<Pick<CaseRecord, 'proceedings'>>();
    const decision = decisionBehind(found?.proceedings ?? [], reader.today, proceedingId);
    return {
      today: reader.today,
      calendar: await loadCalendar(areaCode),
      area: await areaOf(areaCode, reader),
      officeCode: areaCode,
      onRecord: await itemsOnRecord(companyId, companyName),
      privateNames: action !== undefined && TAKES_TEXT.includes(action) ? await workersOf(caseId) : [],
      ...(decision === undefined ? {} : { decision }),
    };
  },
  roles({ areaCode }, { actor }) {
    if (actor.kind === 'system') return ['system'];
    if (actor.kind !== 'user') return [];
    return actor.grants.flatMap((grant) => (areaCode.startsWith(grant.areaCode) ? [grant.role] : []));
  },
  hold: async (fileIds, holder, ctx) => {
    await holdFiles(fileIds, holder, ctx, {
      purposes: ['evidence', 'document'],
      field: 'given.fileIds',
    });
  },
});

/** A last day that is not set lies after every day. */
export const untilOf = (day: unknown): string => (typeof day === 'string' ? day : NEVER_DUE);
