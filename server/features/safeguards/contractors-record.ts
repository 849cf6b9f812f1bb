import { endedWithoutArrears } from '../../core/credit/case-entries.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import { cleanSince } from '../../core/pay/bond-requirement.ts';
import type { BondFacts } from '../../core/pay/bond-requirement.ts';
import type { CaseRecord } from '../cases/index.ts';
import { Cases } from '../cases/index.ts';
import { officeOf } from '../companies/index.ts';
import type { ProjectRef } from '../projects/index.ts';
import { buildingSitesOf } from '../projects/index.ts';
import type { AreaRules } from './project-rules.ts';
import type { SafeguardsRecord } from './safeguards.model.ts';

/** A project whose contract and area's rules are known. */
export interface Contracted {
  project: ProjectRef;
  contract: NonNullable<SafeguardsRecord['contract']>;
  rules: AreaRules;
  /** Whether anybody asks how far the rate may be lowered with several projects. */
  asksFloor: boolean;
}

/** What the bond of a project depends on beside itself: other works and arrears of its general contractor. */
export type Contractors = (
  project: ProjectRef,
  signedOn: PlainDate,
) => Pick<BondFacts, 'otherProjects' | 'arrearsBefore'>;

const contractorsOf = ({ parties }: ProjectRef): string[] =>
  parties.flatMap(({ role, companyId }) => (role === 'generalContractor' ? [companyId] : []));
const place = (companyId: string, areaCode: string): string => `${companyId}:${officeOf(areaCode)}`;

/**
 * Both for one project or many, in two queries at most. Asked only where it may decide anything: the exemption of a small
 * contract, and the floor, where the area has set one.
 */
export async function contractorsRecord(known: readonly Contracted[]): Promise<Contractors> {
  const small = known.filter(
    ({ contract, rules: { bond } }) =>
      bond.exemptBelowFen !== undefined && contract.amountFen < bond.exemptBelowFen,
  );
  const several = known.filter(
    ({ asksFloor, rules }) => asksFloor && rules.bond.multiProjectFloor !== undefined,
  );
  const arrears = await arrearsOf(small.flatMap(({ project }) => contractorsOf(project)));
  const sites = new Map<string, Set<string>>();
  for (const { id, areaCode, contractors } of await buildingSitesOf(
    several.flatMap(({ project }) => contractorsOf(project)),
  ))
    for (const one of contractors) {
      const key = place(one, areaCode);
      sites.set(key, (sites.get(key) ?? new Set<string>()).add(id));
    }
  return (project, signedOn) => {
    const own = contractorsOf(project);
    const since = cleanSince(signedOn);
    const others = own.map((one) => {
      const theirs = sites.get(place(one, project.areaCode));
      return theirs === undefined ? 0 : theirs.size - Number(theirs.has(project.id));
    });
    return {
      otherProjects: others.reduce((sum, count) => sum + count, 0),
      arrearsBefore: arrears.filter(
        (one) => weighsOn(one, since, signedOn) && one.companyIds.some((id) => own.includes(id)),
      ).length,
    };
  };
}

type ArrearsCase = Pick<CaseRecord, 'filedOn' | 'companyIds' | 'closedOn' | 'closureCode' | 'orders'>;

/**
 * Were there arrears in the year before the contract, as far as this case tells? One of that year, unless it ended without
 * any, and an earlier one whose arrears were found and not settled before the year began.
 * @law BON-6
 */
export function weighsOn(
  { filedOn, closedOn, closureCode, orders }: Omit<ArrearsCase, 'companyIds'>,
  since: PlainDate,
  signedOn: PlainDate,
): boolean {
  if (filedOn > signedOn || endedWithoutArrears(closureCode)) return false;
  if (filedOn >= since) return true;
  return closedOn === undefined ? orders.length > 0 : closedOn >= since;
}

/** Cases to which these contractors are party (index companyIds+nextDueOn). @law BON-6 */
async function arrearsOf(contractors: readonly string[]): Promise<ArrearsCase[]> {
  if (contractors.length === 0) return [];
  const theirs = { companyIds: { $in: [...new Set(contractors)] } };
  const fields = { filedOn: 1, companyIds: 1, closedOn: 1, closureCode: 1, orders: 1 } as const;
  return Cases.find(theirs, fields).lean<ArrearsCase[]>();
}
