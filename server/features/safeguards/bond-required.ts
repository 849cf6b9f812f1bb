import type { BondRequirement } from '../../core/contract/safeguards.ts';
import { bondRequirement, cleanSince } from '../../core/pay/bond-requirement.ts';
import type { BondFacts } from '../../core/pay/bond-requirement.ts';
import type { Calendar } from '../../core/law/calendar/calendar.ts';
import { Cases } from '../cases/index.ts';
import { officeOf } from '../companies/index.ts';
import type { ProjectRef } from '../projects/index.ts';
import { projectIdsOf, projectRefsOf } from '../projects/index.ts';
import type { AreaRules } from './project-rules.ts';
import type { SafeguardsRecord } from './safeguards.model.ts';

/** How much bond this project needs, by its contract and the area's rules of the day it was signed. */
export async function bondRequiredFor(
  project: ProjectRef,
  record: SafeguardsRecord | null,
  rules: AreaRules,
  calendar: Calendar,
): Promise<BondRequirement> {
  const { contract, permit } = record ?? {};
  if (contract === undefined) return bondRequirement(undefined, rules.bond, calendar);
  const contractors = project.parties.flatMap(({ role, companyId }) =>
    role === 'generalContractor' ? [companyId] : [],
  );
  const facts: BondFacts = {
    contractFen: contract.amountFen,
    signedOn: contract.signedOn,
    ...(permit === undefined ? {} : { permitIssuedOn: permit.issuedOn }),
    otherProjects: await othersUnderWay(project, contractors),
    arrearsBefore: await arrearsBefore(contractors, contract.signedOn),
  };
  return bondRequirement(facts, rules.bond, calendar);
}

async function othersUnderWay(project: ProjectRef, contractors: readonly string[]): Promise<number> {
  const ids = await projectIdsOf(contractors, ['generalContractor']);
  const found = await projectRefsOf(ids.filter((id) => id !== project.id));
  return [...found.values()].filter(
    ({ state, areaCode }) => state === 'building' && officeOf(areaCode) === officeOf(project.areaCode),
  ).length;
}

/** Cases filed against the contractor in the time that counts (index companyIds+nextDueOn). @law BON-6 */
async function arrearsBefore(
  contractors: readonly string[],
  signedOn: BondFacts['signedOn'],
): Promise<number> {
  if (contractors.length === 0) return 0;
  return Cases.countDocuments({
    companyIds: { $in: [...contractors] },
    filedOn: { $gte: cleanSince(signedOn), $lte: signedOn },
  });
}
