import type { CaseParties, CaseParty, PartyRef } from '../../core/contract/cases.ts';
import { CASE_PARTIES } from '../../core/contract/cases.ts';
import { wrongField } from '../../platform/wrong-field.ts';
import { findCompanyRef } from '../companies/index.ts';

/** The parties as they are stored: a company on record is called what the record calls it. */
export async function namedParties(input: CaseParties): Promise<CaseParties> {
  const named: Partial<Record<CaseParty, PartyRef>> = {};
  for (const role of CASE_PARTIES) {
    const party = input[role];
    if (party !== undefined) named[role] = await namedParty(party, role);
  }
  const { liabilityRule } = input;
  return {
    ...named,
    respondent: named.respondent ?? input.respondent,
    ...(liabilityRule === undefined ? {} : { liabilityRule }),
  };
}

async function namedParty({ companyId, name }: PartyRef, role: string): Promise<PartyRef> {
  if (companyId === undefined) return { name };
  const company = await findCompanyRef(companyId);
  if (company === null) throw wrongField(`${role}.companyId`, '没有这个单位', 'There is no such company');
  return { companyId: company.id, name: company.name };
}
