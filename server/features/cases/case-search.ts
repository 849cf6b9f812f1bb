import type { SearchFields } from '../../platform/search/index.ts';
import { searchFields } from '../../platform/search/index.ts';
import type { CaseRecord } from './case.record.ts';
import type { JoinedComplaint } from './joined-complaints.ts';

type Searchable = Pick<
  CaseRecord,
  'caseNumber' | 'title' | 'projectName' | 'respondent' | 'primaryPayer' | 'firstPayer' | 'recourseAgainst'
>;

/** What a case is found by. Who made a report is not among it: a search must not tell what the page hides. */
export function caseSearchFields(record: Searchable, complaints: readonly JoinedComplaint[]): SearchFields {
  const { respondent, primaryPayer, firstPayer, recourseAgainst } = record;
  const parties = [respondent, primaryPayer, firstPayer, recourseAgainst];
  return searchFields({
    names: [record.projectName, ...parties.map((one) => one?.name)],
    sealedPersons: complaints.map((one) => (one.intakeKind === 'REPORT' ? undefined : one.complainantName)),
    texts: [record.caseNumber, record.title, ...complaints.map((one) => one.receiptNumber)],
  });
}

/** The companies among the parties. */
export const companyIdsOf = (
  record: Pick<CaseRecord, 'respondent' | 'primaryPayer' | 'firstPayer' | 'recourseAgainst'>,
): string[] => [
  ...new Set(
    [record.respondent, record.primaryPayer, record.firstPayer, record.recourseAgainst].flatMap((one) =>
      one?.companyId === undefined ? [] : [one.companyId],
    ),
  ),
];
