import type { PartyRef } from '../../core/contract/cases.ts';
import { startOfShanghaiDay } from '../../core/kit/plain-date.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import { dayOf } from '../../core/lives/facts.ts';
import { PARTY_ROLES } from '../../core/proceedings/proceeding-table.ts';
import { OPEN } from '../../core/lives/life-table.ts';
import { demandServedOn } from '../../core/proceedings/proof-demand.ts';
import type { Ctx } from '../../platform/context.ts';
import type { TemplateData } from '../../platform/outbox/index.ts';
import { enqueue } from '../../platform/outbox/index.ts';
import { findPeopleOfCompany } from '../accounts/index.ts';
import { companyNamesOf } from '../companies/index.ts';
import type { CaseRecord } from './case.record.ts';
import { Cases } from './case.model.ts';
import type { ProceedingRecord } from './proceedings/proceeding.record.ts';

type Parties = Pick<CaseRecord, 'respondent' | 'primaryPayer' | 'firstPayer' | 'recourseAgainst'>;

/** Who is told to do something: the one who pays, where that is not the respondent; as papers name him. */
export const addressedParty = ({ primaryPayer, respondent }: Parties): PartyRef => primaryPayer ?? respondent;

/** The party a field of a form names. */
export function addresseeOf(record: CaseRecord, named: unknown): PartyRef | undefined {
  const role = PARTY_ROLES.find((one) => one === named);
  return role === undefined ? undefined : record[role];
}

/** What the case keeps when something is served on this company. */
export function alsoServedOn(
  { servedCompanyIds = [] }: Pick<CaseRecord, 'servedCompanyIds'>,
  companyId: string | undefined,
): { servedCompanyIds?: string[] } {
  if (companyId === undefined || servedCompanyIds.includes(companyId)) return {};
  return { servedCompanyIds: [...servedCompanyIds, companyId] };
}

/** The party of this name that is on record as a company, by the name in the case or by the one it has today. */
export async function companyNamed(caseId: string, name: string): Promise<string | undefined> {
  const fields = { respondent: 1, primaryPayer: 1, firstPayer: 1, recourseAgainst: 1 } as const;
  const found = await Cases.findOne({ _id: caseId }, fields).lean<Parties>();
  if (found === null) return undefined;
  const { respondent, primaryPayer, firstPayer, recourseAgainst } = found;
  const parties = [primaryPayer, respondent, firstPayer, recourseAgainst].flatMap((one) => one ?? []);
  const names = await companyNamesOf(parties.flatMap(({ companyId }) => companyId ?? []));
  const isIt = (one: PartyRef): boolean => one.name === name || names.get(one.companyId ?? '') === name;
  return parties.find((one) => one.companyId !== undefined && isIt(one))?.companyId;
}

const SERVED = {
  ...{ caseNumber: 1, state: 1, areaCode: 1, officeCode: 1, filedOn: 1 },
  ...{ deadlines: 1, orders: 1, proceedings: 1 },
} as const;
/** What is read of a case for a company; neither its title nor anybody's name is in it. */
export type ServedCase = Pick<CaseRecord, '_id' | keyof typeof SERVED>;

/**
 * Cases in which an order or a demand was served on these companies, and these others of which the caller knows that
 * something was; of one case, or of all (indexes servedCompanyIds, _id). Which orders and demands are whose is the
 * caller's to say.
 */
export async function casesServedOn(
  companyIds: readonly string[],
  caseIds: readonly string[],
  caseId?: string,
): Promise<ServedCase[]> {
  if (companyIds.length === 0) return [];
  const served = { servedCompanyIds: { $in: [...companyIds] } };
  const own = await Cases.find(caseId === undefined ? served : { _id: caseId, ...served }, SERVED).lean<
    ServedCase[]
  >();
  const known = new Set(own.map(({ _id }) => String(_id)));
  const others = caseIds.filter((id) => !known.has(id));
  if (others.length === 0) return own;
  return [...own, ...(await Cases.find({ _id: { $in: others } }, SERVED).lean<ServedCase[]>())];
}

type ToCompany = 'orderServed' | 'proofDemandServed' | 'paperServed';
interface Told<Name extends ToCompany> {
  template: Name;
  data: Omit<TemplateData<Name>, 'caseNumber'>;
  key: string;
  servedOn: PlainDate;
}

/** The company's people, under the bell and by mail, not before the day on which the paper counts as served. */
export async function tellServed<Name extends ToCompany>(
  { caseId, caseNumber, officeCode }: Pick<CaseRecord, 'caseNumber' | 'officeCode'> & { caseId: string },
  companyId: string | undefined,
  { template, data, key, servedOn }: Told<Name>,
  ctx: Ctx,
): Promise<void> {
  if (companyId === undefined) return;
  const later = servedOn > ctx.today ? { notBefore: new Date(startOfShanghaiDay(servedOn)) } : {};
  for (const position of ['companyAdmin', 'labourOfficer'] as const)
    for (const { id: userId, email } of await findPeopleOfCompany(companyId, position)) {
      // the template's own data and the number of the case are what it needs
      const all = { ...data, caseNumber } as TemplateData<Name>;
      const message = { template, to: { userId }, data: all, areaCode: officeCode, ...later };
      const link = `/company/matters/${caseId}`;
      await enqueue<Name>({ ...message, link, channel: 'inApp', key: `${key}:${userId}:inApp` }, ctx);
      if (email !== undefined)
        await enqueue<Name>({ ...message, link, channel: 'mail', key: `${key}:${userId}:mail` }, ctx);
    }
}

/** A demand that is opened, or given more time, is told to the company with its day. */
export async function tellDemand(
  record: CaseRecord,
  { id, kind, facts, addressee }: ProceedingRecord,
  action: string,
  ctx: Ctx,
): Promise<void> {
  const [produceBy, servedOn] = [dayOf(facts, 'produceBy'), demandServedOn(facts)];
  if (kind !== 'proofDemand' || produceBy === undefined || servedOn === undefined) return;
  if (action !== OPEN && action !== 'extend') return;
  const key = `demand:${id}:v${record.version}`;
  const told = { template: 'proofDemandServed' as const, data: { produceBy }, key, servedOn };
  await tellServed({ ...record, caseId: String(record._id) }, addressee?.companyId, told, ctx);
}
