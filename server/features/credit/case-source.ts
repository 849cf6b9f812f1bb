import { arrearsOfCase, caseEntries } from '../../core/credit/case-entries.ts';
import type { CaseOfFile } from '../../core/credit/case-entries.ts';
import type { ArrearsCase } from '../../core/credit/bond-proposal.ts';
import type { OpenArrears } from '../../core/contract/credit.ts';
import type { CreditEntry } from '../../core/credit/entry.ts';
import { fen } from '../../core/kit/money.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import type { CompanyCase } from '../cases/index.ts';
import { casesOfCompanies, CLOSURE_WORDS, isAllSeen, lastPaymentsOf } from '../cases/index.ts';

/** The cases of these companies as their files are read from them. */
export async function casesOfFiles(companyIds: readonly string[]): Promise<CaseOfFile[]> {
  const cases = await casesOfCompanies(companyIds);
  // Whoever paid in time did so on the day he paid, and not on the day the office closes the case.
  const paid = await lastPaymentsOf(
    cases.flatMap((one) => (one.closureCode === 'PAID' || isAllSeen(one) ? [String(one._id)] : [])),
  );
  return cases.map((one) => caseOfFile(one, paid.get(String(one._id))));
}

function caseOfFile(one: CompanyCase, lastPaidOn: PlainDate | undefined): CaseOfFile {
  const { caseNumber, areaCode, filedOn, closedOn, closureCode, respondent, primaryPayer, firstPayer } = one;
  const parties = [respondent, primaryPayer, firstPayer].flatMap((party) => party?.companyId ?? []);
  const addressedId = (primaryPayer ?? respondent).companyId;
  const said = closureCode === undefined ? undefined : CLOSURE_WORDS[closureCode];
  return {
    ...{ id: String(one._id), caseNumber, areaCode, filedOn, owedFen: one.owedFen },
    partyIds: [...new Set(parties)],
    ...(addressedId === undefined ? {} : { addressedId }),
    ...(closedOn === undefined ? {} : { closedOn }),
    ...(closureCode === undefined ? {} : { closureCode }),
    ...(said === undefined ? {} : { closureWords: { zh: said['zh-CN'], en: said.en } }),
    orders: one.orders.map(({ servedOn, rectifyBy, companyId }) => ({
      ...{ servedOn, rectifyBy },
      ...(companyId === undefined ? {} : { companyId }),
    })),
    proceedings: (one.proceedings ?? []).map(({ id, kind, state, closedOn: over, facts, deadlines }) => ({
      ...{ id, kind, state, facts, deadlines },
      ...(over === undefined ? {} : { closedOn: over }),
    })),
    ...(lastPaidOn === undefined ? {} : { lastPaidOn }),
  };
}

export const caseEntriesOf = async (companyIds: readonly string[], day: PlainDate): Promise<CreditEntry[]> =>
  (await casesOfFiles(companyIds))
    .flatMap((one) => caseEntries(one, day))
    .filter(({ companyId }) => companyIds.includes(companyId));

/** Arrears of one company by case, as its bond is judged by them. */
export async function arrearsOf(companyId: string, day: PlainDate): Promise<ArrearsCase[]> {
  return (await casesOfFiles([companyId])).flatMap((one) => arrearsOfCase(one, companyId, day) ?? []);
}

/** What is owed in the open cases of these companies today, by company. */
export async function openArrearsOf(companyIds: readonly string[]): Promise<Map<string, OpenArrears>> {
  const sums = new Map<string, OpenArrears>();
  for (const { open, companyIds: parties, headcount, owedFen, seenFen } of await casesOfCompanies(
    companyIds,
  )) {
    if (!open) continue;
    for (const id of parties) {
      const had = sums.get(id) ?? { cases: 0, people: 0, owedFen: fen(0), seenFen: fen(0) };
      sums.set(id, {
        cases: had.cases + 1,
        people: had.people + headcount,
        owedFen: fen(had.owedFen + owedFen),
        seenFen: fen(had.seenFen + seenFen),
      });
    }
  }
  return sums;
}
