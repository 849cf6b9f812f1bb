import type { CaseParties, PartyRef } from '@core/contract/cases.ts';
import { nothingLookedUp, type LookUpValue } from '@/ui/look-up.ts';

/** Who answers and who pays, as typed; a party that is not on record keeps its name alone. */
export interface PartiesValues {
  respondent: LookUpValue;
  primaryPayer: LookUpValue;
  firstPayer: LookUpValue;
  recourseAgainst: LookUpValue;
  liabilityRule: string;
}
export const PARTY_FIELDS = ['respondent', 'primaryPayer', 'firstPayer', 'recourseAgainst'] as const;

const shown = (party: PartyRef | undefined): LookUpValue =>
  party ? { id: party.companyId ?? '', name: party.name } : nothingLookedUp();
export const partiesValues = (parties: CaseParties | undefined): PartiesValues => ({
  respondent: shown(parties?.respondent),
  primaryPayer: shown(parties?.primaryPayer),
  firstPayer: shown(parties?.firstPayer),
  recourseAgainst: shown(parties?.recourseAgainst),
  liabilityRule: parties?.liabilityRule ?? '',
});

const partyOf = ({ id, name }: LookUpValue): PartyRef => ({
  ...(id !== '' && { companyId: id }),
  name: name.trim(),
});
export function partiesBody(values: PartiesValues): CaseParties {
  const filled = (value: LookUpValue): boolean => value.name.trim() !== '';
  return {
    respondent: partyOf(values.respondent),
    ...(filled(values.primaryPayer) && { primaryPayer: partyOf(values.primaryPayer) }),
    ...(filled(values.firstPayer) && { firstPayer: partyOf(values.firstPayer) }),
    ...(filled(values.recourseAgainst) && { recourseAgainst: partyOf(values.recourseAgainst) }),
    ...(values.liabilityRule !== '' && { liabilityRule: values.liabilityRule }),
  };
}
