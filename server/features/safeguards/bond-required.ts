import type { Calendar } from '../../core/law/calendar/calendar.ts';
import type { BondRequirement } from '../../core/contract/safeguards.ts';
import { bondRequirement } from '../../core/pay/bond-requirement.ts';
import type { ProjectRef } from '../projects/index.ts';
import { contractorsRecord } from './contractors-record.ts';
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
  const { amountFen: contractFen, signedOn } = contract;
  const contractors = await contractorsRecord([{ project, contract, rules, asksFloor: true }]);
  const facts = {
    ...{ contractFen, signedOn, ...contractors(project, signedOn) },
    ...(permit === undefined ? {} : { permitIssuedOn: permit.issuedOn }),
  };
  return bondRequirement(facts, rules.bond, calendar);
}
