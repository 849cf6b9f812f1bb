import type { CaseView, EditCase } from '../../core/contract/cases.ts';
import type { Ctx } from '../../platform/context.ts';
import { caseSearchFields, companyIdsOf } from './case-search.ts';
import { findJoined } from './joined-complaints.ts';
import { moveCase } from './move-case.ts';
import { namedParties } from './parties.ts';

const PARTIES = ['primaryPayer', 'firstPayer', 'recourseAgainst', 'liabilityRule'] as const;

/** Title, respondent and those who pay, as the office sees them now; a party left out is taken off. */
export async function editCase(id: string, version: number, input: EditCase, ctx: Ctx): Promise<CaseView> {
  return moveCase({ id, action: 'edit', version }, ctx, async (record) => {
    const parties = await namedParties(input);
    const { caseNumber, projectName } = record;
    const { title } = input;
    const named = projectName === undefined ? {} : { projectName };
    const complaints = await findJoined(record.complaintIds);
    const search = caseSearchFields({ caseNumber, title, ...named, ...parties }, complaints);
    const gone = PARTIES.filter((name) => parties[name] === undefined && record[name] !== undefined);
    const { liabilityRule } = parties;
    return {
      set: { title, ...parties, companyIds: companyIdsOf(parties), ...search },
      ...(gone.length === 0 ? {} : { unset: Object.fromEntries(gone.map((name) => [name, 1 as const])) }),
      facts: { ...(liabilityRule === undefined ? {} : { liabilityRule }), ...companies(parties) },
    };
  });
}

const companies = (parties: Parameters<typeof companyIdsOf>[0]): Record<string, string> => {
  const ids = companyIdsOf(parties);
  return ids.length === 0 ? {} : { companyIds: ids.join(' ') };
};
