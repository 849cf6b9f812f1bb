import type { CreditEntry } from '../../core/credit/entry.ts';
import type { FindingOfFile } from '../../core/credit/finding-entries.ts';
import { findingEntries } from '../../core/credit/finding-entries.ts';
import { addDays, type PlainDate } from '../../core/kit/plain-date.ts';
import { alertsOfCompanies } from '../alerts/index.ts';
import { complaintYearsOf } from '../complaints/index.ts';
import { Findings, Inspections } from '../inspections/index.ts';
import { everListed, listedDays } from '../listings/index.ts';
import { publicationsOfCompanies } from '../publications/index.ts';

/** Rules that say real names or the wage account were not kept. @law BON-8 */
const ACCOUNT_RULES = ['accountNotOpened', 'accountNotFiled', 'entryWithoutContract'];

/** Red warnings of their sites and teams, and those about real names and the account. */
export async function alertEntriesOf(companyIds: readonly string[], day: PlainDate): Promise<CreditEntry[]> {
  const alerts = await alertsOfCompanies(companyIds, ACCOUNT_RULES);
  return alerts.flatMap((alert): CreditEntry[] => {
    if (alert.raisedOn > day) return [];
    const ended = alert.endedOn ?? alert.goneOn;
    return [
      {
        ...{ companyId: alert.companyId, on: alert.raisedOn, areaCode: alert.areaCode, number: alert.number },
        kind: ACCOUNT_RULES.includes(alert.rule) ? 'accountAlert' : 'alertRed',
        record: { kind: 'alert', id: String(alert._id) },
        note: alert.message,
        ...(ended === undefined || ended > day ? {} : { endedOn: ended }),
      },
    ];
  });
}

/** Visits to these companies: what was found is in the record of the visit (index companyId+on). */
export async function inspectionEntriesOf(
  companyIds: readonly string[],
  day: PlainDate,
): Promise<CreditEntry[]> {
  const visits = await Inspections.find(
    { companyId: { $in: [...companyIds] }, on: { $lte: day } },
    { companyId: 1, on: 1, areaCode: 1, result: 1 },
  ).lean();
  return visits.map(({ _id, companyId, on, areaCode, result }) => ({
    ...{ companyId: String(companyId), on, areaCode },
    kind: result === 'CLEAN' ? 'inspectionClean' : 'inspectionFinding',
    record: { kind: 'inspection', id: String(_id) },
  }));
}

type FoundInCompany = Omit<FindingOfFile, 'id' | 'companyId'> & { _id: unknown; companyId?: string };

/** What became of what was found in these companies: no ground of a grade of its own (index companyId+nextDueOn). */
export async function findingEntriesOf(
  companyIds: readonly string[],
  day: PlainDate,
): Promise<CreditEntry[]> {
  const found = await Findings.find(
    { companyId: { $in: [...companyIds] }, openedOn: { $lte: day } },
    { companyId: 1, areaCode: 1, state: 1, facts: 1, deadlines: 1 },
  ).lean<FoundInCompany[]>();
  return found.flatMap(({ _id, companyId, ...rest }) =>
    companyId === undefined ? [] : findingEntries({ ...rest, id: String(_id), companyId }, day),
  );
}

/** How many complained in a year: an entry a year, of the office alone, for a report is confidential. */
export async function complaintEntriesOf(
  companyIds: readonly string[],
  day: PlainDate,
): Promise<CreditEntry[]> {
  return (await complaintYearsOf(companyIds, day)).map(({ companyId, year, count, lastOn, areaCode }) => ({
    ...{ companyId, kind: 'complaints', on: lastOn, areaCode, count },
    record: { kind: 'complaints', id: `${companyId}-${year}` },
    isOfficeOnly: true,
  }));
}

/** Violations published against these companies, as long as the public reads them. @law PUB-6 */
export async function publicationEntriesOf(
  companyIds: readonly string[],
  day: PlainDate,
): Promise<CreditEntry[]> {
  return (await publicationsOfCompanies(companyIds, day)).flatMap((one): CreditEntry[] => {
    const { companyId, publicOn, publicUntil, areaCode, decisionNumber, caseId } = one;
    if (companyId === undefined || publicOn === undefined) return [];
    return [
      {
        ...{ companyId, kind: 'published', on: publicOn, areaCode, number: decisionNumber },
        record: { kind: 'publication', id: String(one._id) },
        matter: `case:${caseId}`,
        ...(publicUntil === undefined || publicUntil >= day ? {} : { endedOn: publicUntil }),
      },
    ];
  });
}

/** From when until when these companies stood on the dishonesty list. @law BLK-5-1 */
export async function listingEntriesOf(
  companyIds: readonly string[],
  day: PlainDate,
): Promise<CreditEntry[]> {
  return (await everListed(companyIds, addDays(day, 1))).flatMap((one): CreditEntry[] => {
    const { companyId, areaCode, caseId, caseNumber } = one;
    if (companyId === undefined) return [];
    const said = {
      ...{ companyId, areaCode, number: caseNumber, matter: `case:${caseId}` },
      record: { kind: 'listing' as const, id: String(one._id) },
    };
    return listedDays(one).flatMap(({ from, until }): CreditEntry[] => {
      // The last day on the list is still on it; while none is decided it lies after every day.
      if (until >= day) return [{ ...said, kind: 'listed', on: from }];
      const offOn = addDays(until, 1);
      return [
        { ...said, kind: 'listed', on: from, endedOn: offOn },
        { ...said, kind: 'unlisted', on: offOn },
      ];
    });
  });
}
