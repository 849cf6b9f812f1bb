import type { MonthFacts, TeamMonthFacts } from '../../../core/alerts/facts.ts';
import type { Fen } from '../../../core/kit/money.ts';
import { sumFen, ZERO_FEN } from '../../../core/kit/money.ts';
import type { PayMonth } from '../../../core/kit/plain-date.ts';
import { nextPayMonth, payMonthOf } from '../../../core/kit/plain-date.ts';
import type { LedgerFacts } from '../../funds/index.ts';
import type { KnownSheet } from '../../payroll/index.ts';
import type { SiteRecord, TeamMonthRecord, TeamRef } from '../../roster/index.ts';
import { isOnSiteIn } from '../../roster/index.ts';
import type { SafeguardParts } from '../../safeguards/index.ts';

/** What is known of one project, as far as its months are made of it. */
export interface MonthSources {
  teams: readonly TeamRef[];
  attended: readonly TeamMonthRecord[];
  sheets: readonly KnownSheet[];
  /** Months of teams whose payrolls were deleted once their time by law was over, as `<team>:<month>`. */
  deleted: ReadonlySet<string>;
  site: SiteRecord | undefined;
  safeguards: SafeguardParts | undefined;
  ledger: LedgerFacts | undefined;
}

/** The months of a window in which anything is on record or due, oldest first. */
export function monthFacts(
  sources: MonthSources,
  { from, to, now }: { from: PayMonth; to: PayMonth; now: PayMonth },
): MonthFacts[] {
  const months: MonthFacts[] = [];
  const credited = creditedByMonth(sources.sheets);
  const firstCredit = [...credited.keys()].sort()[0];
  for (let month = from; month <= to; month = nextPayMonth(month)) {
    const teams = teamsIn(sources, month);
    const labourCost = labourCostIn(sources, month, teams.length > 0);
    const isKnown = firstCredit !== undefined && firstCredit <= month && month <= now;
    if (teams.length === 0 && labourCost === undefined && !isKnown) continue;
    const payDate = sources.safeguards?.payDate(month);
    months.push({
      month,
      ...(payDate === undefined ? {} : { payOn: payDate.payOn, payOnProvisional: payDate.provisional }),
      ...(labourCost === undefined ? {} : { labourCost }),
      // From the first credit on record on, a month without any is known to have none.
      ...(isKnown ? { creditedInMonthFen: credited.get(month) ?? ZERO_FEN } : {}),
      teams,
    });
  }
  return months;
}

function teamsIn(
  { teams, attended, sheets, deleted, site }: MonthSources,
  month: PayMonth,
): TeamMonthFacts[] {
  const worked = new Map(attended.flatMap((one) => (one.month === month ? [[String(one.teamId), one]] : [])));
  const filed = new Map(sheets.flatMap((one) => (one.payMonth === month ? [[one.teamId, one]] : [])));
  return teams.flatMap(({ id, name, employerId }) => {
    const [own, sheet] = [worked.get(id), filed.get(id)];
    const isOnSite = isOnSiteIn(site?.spans ?? [], id, month);
    const isDeleted = sheet === undefined && deleted.has(`${id}:${month}`);
    if (own === undefined && sheet === undefined && !isOnSite && !isDeleted) return [];
    return [
      {
        ...{ teamId: id, teamName: name, employerId, isOnSite },
        ...(own === undefined ? {} : { attendedPeople: own.people, attendedHundredths: own.daysHundredths }),
        ...(own?.takenOn === undefined ? {} : { attendanceTakenOn: own.takenOn }),
        ...(sheet === undefined ? {} : { sheet: sheet.facts }),
        ...(isDeleted ? { isSheetDeleted: true as const } : {}),
      },
    ];
  });
}

/**
 * Known only with a wage account; after the planned end a month in which nobody worked owes nothing.
 * @law REG-24-2
 */
function labourCostIn(
  { safeguards, ledger }: MonthSources,
  month: PayMonth,
  isWorked: boolean,
): MonthFacts['labourCost'] {
  const due = safeguards?.labourCost(month);
  const plannedUntil = safeguards?.contract?.plannedUntil;
  if (due === undefined || plannedUntil === undefined || ledger === undefined) return undefined;
  const received = ledger.labourCost.get(month);
  if (!isWorked && received === undefined && month > payMonthOf(plannedUntil)) return undefined;
  return { ...due, receivedFen: received?.receivedFen ?? ZERO_FEN, ...receivedOn(received) };
}

const receivedOn = (received: { receivedOn: NonNullable<MonthFacts['payOn']> } | undefined) =>
  received === undefined ? {} : { receivedOn: received.receivedOn };

/** A sheet's credits count in the month of its last one: what came in several parts is not spread. */
function creditedByMonth(sheets: readonly KnownSheet[]): Map<PayMonth, Fen> {
  const months = new Map<PayMonth, Fen>();
  for (const { creditedOn, creditedFen } of sheets.map(({ facts }) => facts)) {
    if (creditedOn === undefined) continue;
    const month = payMonthOf(creditedOn);
    months.set(month, sumFen([months.get(month) ?? ZERO_FEN, creditedFen]));
  }
  return months;
}
