import type { CreditFact, CreditRecord } from '../../core/certificates/credit-facts.ts';
import { CREDIT_FACT_KINDS } from '../../core/certificates/credit-facts.ts';
import type { Fen } from '../../core/kit/money.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import { addDays, addYears } from '../../core/kit/plain-date.ts';
import { servedOn } from '../../core/lives/facts.ts';
import { redAlertsOf } from '../alerts/index.ts';
import { Cases, payersOf } from '../cases/index.ts';
import type { CaseRecord } from '../cases/index.ts';
import { everListed, listedDays } from '../listings/index.ts';
import { publicationsOfCompanies } from '../publications/index.ts';

const READ = {
  ...{ caseNumber: 1, filedOn: 1, open: 1, owedFen: 1, seenFen: 1, proceedings: 1 },
  ...{ respondent: 1, primaryPayer: 1, firstPayer: 1 },
} as const;
type Read = Pick<CaseRecord, '_id' | keyof typeof READ>;

/** Cases in which the company is asked to pay and the wages are not all seen paid, however old they are. */
function unpaid({ _id, open, caseNumber, filedOn, owedFen, seenFen }: Read, day: PlainDate): CreditFact[] {
  if (!open || filedOn > day || owedFen <= seenFen) return [];
  const fen = (owedFen - seenFen) as Fen; // whole fen less whole fen
  return [{ kind: 'openCase', id: String(_id), number: caseNumber, on: filedOn, fen }];
}

/** Decisions and penalties that were served within these days and not revoked since. */
function decided({ proceedings = [] }: Read, from: PlainDate, day: PlainDate): CreditFact[] {
  return proceedings.flatMap(({ id, kind, state, facts }) => {
    const on = servedOn(facts, 'serviceMode', 'deliveredOn');
    if ((kind !== 'decision' && kind !== 'penalty') || state === 'revoked') return [];
    if (on === undefined || on < from || on > day) return [];
    return [{ kind, id, number: String(facts['decisionNumber'] ?? ''), on }];
  });
}

async function published(companyId: string, from: PlainDate, day: PlainDate): Promise<CreditFact[]> {
  const found = await publicationsOfCompanies([companyId], day);
  return found.flatMap(({ _id, publicOn, state, decisionNumber }) =>
    publicOn === undefined || publicOn < from || state === 'withdrawn'
      ? []
      : [{ kind: 'publication' as const, id: String(_id), number: decisionNumber, on: publicOn }],
  );
}

/** Days on the dishonesty list that reach into these years. */
async function listed(companyId: string, from: PlainDate, day: PlainDate): Promise<CreditFact[]> {
  const found = await everListed([companyId], addDays(day, 1));
  return found.flatMap((one): CreditFact[] => {
    const last = listedDays(one).findLast((days) => days.from <= day && days.until >= from);
    if (last === undefined || last.until < last.from) return [];
    return [{ kind: 'listing', id: String(one._id), number: one.caseNumber, on: last.from }];
  });
}

/** What speaks against a company in the last so many years, gathered from the records as they stand today. */
export async function gatherCredit(companyId: string, years: number, day: PlainDate): Promise<CreditRecord> {
  const from = addYears(day, -years);
  const found = await Cases.find({ companyIds: companyId }, READ).lean<Read[]>();
  const cases = found.filter((one) => payersOf(one).includes(companyId));
  const alerts = await redAlertsOf([companyId], day);
  const facts: CreditFact[] = [
    ...cases.flatMap((one) => unpaid(one, day)),
    ...cases.flatMap((one) => decided(one, from, day)),
    ...(await listed(companyId, from, day)),
    ...(await published(companyId, from, day)),
    ...alerts.map(({ id, number, raisedOn }): CreditFact => ({ kind: 'redAlert', id, number, on: raisedOn })),
  ];
  const place = ({ kind }: CreditFact): number => CREDIT_FACT_KINDS.indexOf(kind);
  facts.sort((a, b) => place(a) - place(b) || (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  return { from, day, facts };
}
