import type { CaseView, PartyRef } from '../../core/contract/cases.ts';
import type { DecideLiability } from '../../core/contract/liability.ts';
import type { Ctx } from '../../platform/context.ts';
import { caseSearchFields, companyIdsOf } from './case-search.ts';
import { findJoined } from './joined-complaints.ts';
import { moveCase } from './move-case.ts';
import { namedParties } from './parties.ts';

const PAYERS = ['primaryPayer', 'firstPayer', 'recourseAgainst'] as const;

/**
 * Who pays, who pays first and who may recover, as the inspector decided under a rule and for a reason; a payer left out
 * is taken off. The respondent stays who he is.
 * @law REG-16-1
 */
export async function decideLiability(
  id: string,
  version: number,
  { rule, reason, ...payers }: DecideLiability,
  ctx: Ctx,
): Promise<CaseView> {
  return moveCase({ id, action: 'edit', version }, ctx, async (record) => {
    const { respondent, caseNumber, title, projectName } = record;
    const parties = await namedParties({ respondent, ...payers, liabilityRule: rule });
    const named = projectName === undefined ? {} : { projectName };
    const complaints = await findJoined(record.complaintIds);
    const search = caseSearchFields({ caseNumber, title, ...named, ...parties }, complaints);
    const gone = PAYERS.filter((name) => parties[name] === undefined && record[name] !== undefined);
    const kept: Partial<Record<(typeof PAYERS)[number], PartyRef>> = parties;
    return {
      set: { ...kept, liabilityRule: rule, companyIds: companyIdsOf(parties), ...search },
      ...(gone.length === 0 ? {} : { unset: Object.fromEntries(gone.map((name) => [name, 1 as const])) }),
      reason,
      facts: { liabilityRule: rule },
    };
  });
}
