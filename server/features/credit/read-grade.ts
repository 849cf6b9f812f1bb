import type { CreditEntry } from '../../core/credit/entry.ts';
import { OWN_PAPERS } from '../../core/credit/entry.ts';
import type { YearGrade } from '../../core/credit/grade.ts';
import { firstDayOfYear, gradeOfYear, lastDayOfYear } from '../../core/credit/grade.ts';
import { partsOf, type PlainDate } from '../../core/kit/plain-date.ts';
import { projectFactsOf, projectIdsOf } from '../projects/index.ts';
import { knownGrounds, readCreditEntries } from './credit-sources.ts';
import type { FrozenReading } from './rating.model.ts';

const PARTS = [
  'projectOwner',
  'generalContractor',
  'subcontractor',
  'labourSubcontractor',
  'supervisionUnit',
] as const;

/** Since when the office knows each of these companies by works, in this area where one is named. */
export async function knownSinceOf(
  companyIds: readonly string[],
  areaCode = '',
): Promise<Map<string, { since: PlainDate; building: number }>> {
  const known = new Map<string, { since: PlainDate; building: number }>();
  for (const { ref, part, recordedOn } of await projectFactsOf(await projectIdsOf(companyIds, PARTS))) {
    if (!ref.areaCode.startsWith(areaCode)) continue;
    const start = part.startedOn ?? recordedOn;
    for (const id of new Set(ref.parties.map(({ companyId }) => companyId))) {
      const had = known.get(id);
      known.set(id, {
        since: had === undefined || start < had.since ? start : had.since,
        building: (had?.building ?? 0) + Number(ref.state === 'building'),
      });
    }
  }
  return known;
}

/** What the record says of one company. */
export interface CompanyRecordOn {
  entries: readonly CreditEntry[];
  grade: YearGrade;
  /** The office knew the company that year at all. */
  isOnRecord: boolean;
}

/** The grades of these companies for a year as their record stood on a day, in a fixed number of queries. */
export async function readGrades(
  companyIds: readonly string[],
  year: number,
  day: PlainDate,
): Promise<Map<string, CompanyRecordOn>> {
  const [entries, works] = [await readCreditEntries(companyIds, day), await knownSinceOf(companyIds)];
  const known = knownGrounds();
  return new Map(
    companyIds.map((id) => {
      const own = entries.get(id) ?? [];
      const since = works.get(id)?.since;
      const isOnRecord =
        own.some(({ on, kind }) => isInYear(on, year) && !OWN_PAPERS.includes(kind)) ||
        (since !== undefined && since <= lastDayOfYear(year));
      const grade = gradeOfYear({ year, day, entries: own, known, isOnRecord });
      return [id, { entries: own, grade, isOnRecord }];
    }),
  );
}

export const isInYear = (day: PlainDate, year: number): boolean =>
  day >= firstDayOfYear(year) && day <= lastDayOfYear(year);

export const yearOf = (day: PlainDate): number => partsOf(day).year;

/** The reading as it is frozen: the year's entries go with it, so that what changes later can be told. */
export const frozen = ({ grade, entries }: CompanyRecordOn, at: Date): FrozenReading => ({
  ...grade,
  at,
  entries: entries.filter(({ on }) => isInYear(on, grade.year)),
});
