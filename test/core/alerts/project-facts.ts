import type {
  ContractPart,
  MonthFacts,
  ProjectFacts,
  SheetFacts,
  TeamMonthFacts,
} from '../../../server/core/alerts/facts.ts';
import { fen } from '../../../server/core/kit/money.ts';
import { addPayMonths, payMonth, plainDate } from '../../../server/core/kit/plain-date.ts';
import { NATIONAL_CALENDAR } from '../../../server/core/law/calendar/index.ts';
import { agreedPayDay, payDateOn } from '../../../server/core/law/pay-date.ts';

/** Wages are agreed for the 15th of the month after. */
export const CONTRACT: ContractPart = {
  signedOn: plainDate('2025-06-01'),
  amountFen: fen(5_000_000_000),
  plannedFrom: plainDate('2025-07-01'),
  plannedUntil: plainDate('2028-06-30'),
  payDay: 15,
  payDayIn: 'next',
};

/** A site that is building, with a contract and nothing else on record. */
export function projectFacts(over: Partial<ProjectFacts> = {}): ProjectFacts {
  return {
    project: {
      id: 'p1',
      code: 'P-0001',
      name: '城东安置房',
      areaCode: '532601',
      state: 'building',
      parties: [
        { role: 'projectOwner', companyId: 'owner', name: '城投' },
        { role: 'generalContractor', companyId: 'gc', name: '一建' },
      ],
    },
    contract: CONTRACT,
    months: [],
    complaints: [],
    deadlines: [],
    freshness: {},
    ...over,
  };
}

/** A month with its pay day by the contract above, or none. */
export function month(
  of: string,
  teams: TeamMonthFacts[],
  over: Partial<MonthFacts> = {},
  contract: ContractPart | null = CONTRACT,
): MonthFacts {
  const at = payMonth(of);
  return {
    month: at,
    ...(contract === null
      ? {}
      : { payOn: payDateOn(agreedPayDay(at, contract.payDay, contract.payDayIn), NATIONAL_CALENDAR).payOn }),
    teams,
    ...over,
  };
}

/** A team that is on site, and nothing else known. */
export function team(over: Partial<TeamMonthFacts> = {}): TeamMonthFacts {
  return { teamId: 't1', teamName: '木工班', employerId: 'sub', isOnSite: true, ...over };
}

/** Ten people, 50,000 yuan in all, filed on the 5th of October, sent, credited in full and answered by nobody. */
export function sheet(over: Partial<SheetFacts> = {}): SheetFacts {
  return {
    id: 's1',
    revision: 1,
    filedOn: plainDate('2026-10-05'),
    isReturned: false,
    people: 10,
    grossFen: fen(5_000_000),
    netFen: fen(5_000_000),
    sentFen: fen(5_000_000),
    creditedFen: fen(5_000_000),
    shortFen: fen(0),
    credited: 10,
    bounced: 0,
    answers: { right: 0, less: 0, nothing: 0, notMe: 0, unanswered: 10 },
    notices: {},
    ...over,
  };
}

/** The same sheet with nothing sent and nothing credited. */
export function unpaidSheet(over: Partial<SheetFacts> = {}): SheetFacts {
  return sheet({
    sentFen: fen(0),
    creditedFen: fen(0),
    shortFen: fen(5_000_000),
    credited: 0,
    ...over,
  });
}

/** Months one after another, each made from its own text. */
export function monthsFrom(first: string, count: number, make: (of: string) => MonthFacts): MonthFacts[] {
  return Array.from({ length: count }, (_, index) => make(addPayMonths(payMonth(first), index)));
}
