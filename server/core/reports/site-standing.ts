import type { MonthFacts, ProjectFacts } from '../alerts/facts.ts';
import type { CoverageItem, CoverageState } from '../contract/dashboard.ts';
import type { ChecklistState } from '../contract/safeguards.ts';
import { sumFen } from '../kit/money.ts';
import type { PayMonth, PlainDate } from '../kit/plain-date.ts';
import { boardFact } from '../pay/checklist-board.ts';
import type { PaidMonth } from '../pay/checklist-pay.ts';
import { payFacts } from '../pay/checklist-pay.ts';
import { isPastPayDay } from '../pay/pay-tone.ts';

/** What the leader's figures take of one project. */
export interface SiteStanding {
  items: Record<CoverageItem, CoverageState>;
  present: number;
  withContract: number;
  withRealName: number;
  filing: FilingMonth[];
}

/** A month whose pay day has gone by: whose payroll came in time, late or not at all, and whose attendance is lacking. */
export interface FilingMonth {
  month: PayMonth;
  teams: number;
  inTime: number;
  late: number;
  none: number;
  withoutAttendance: number;
  /** Teams of which nothing was on record by the pay day; absent where there are none. */
  lateAttendance?: number;
}

/**
 * How a project stands on a day, by the facts of its risk card: the seven-item checklist's own rules, so that a rate is
 * the share of its green marks. What is not known is left out of a rate.
 */
export function siteStanding(facts: ProjectFacts, today: PlainDate): SiteStanding {
  const { present = 0, withContract = 0, withRealName = 0 } = facts.site ?? {};
  const share = (count: number): CoverageState =>
    present === 0 ? 'unknown' : count >= present ? 'done' : 'missing';
  const due = facts.months.filter(({ payOn }) => isPastPayDay(payOn, today));
  return {
    items: {
      contract: share(withContract),
      realName: share(withRealName),
      account: accountState(facts.account),
      bond: bondState(facts.bond, today),
      bankPay: shown(payFacts(due.map(paidMonth), today).gcDirectPay?.state),
      board: boardState(facts.board, today),
    },
    ...{ present, withContract, withRealName },
    filing: due.map(filingOf).filter(({ teams }) => teams > 0),
  };
}

/** @law ACC-4 @law ACC-8 */
function accountState(account: ProjectFacts['account']): CoverageState {
  if (account === undefined) return 'unknown';
  const { openedOn, filedOn, tripartiteSignedOn, isRequired } = account;
  if (openedOn === undefined && isRequired === false) return 'notRequired';
  const isWhole = openedOn !== undefined && filedOn !== undefined && tripartiteSignedOn !== undefined;
  return isWhole ? 'done' : 'missing';
}

/** @law BON-2 */
function bondState(bond: ProjectFacts['bond'], today: PlainDate): CoverageState {
  if (bond === undefined) return 'unknown';
  if (bond.required === 'exempt') return 'notRequired';
  if (bond.validUntil !== undefined && bond.validUntil < today) return 'missing';
  if (bond.required === 'notSet') return 'unknown';
  if (bond.storedOn === undefined) return 'missing';
  return (bond.amountFen ?? 0) >= (bond.requiredFen ?? 0) ? 'done' : 'missing';
}

function boardState(board: ProjectFacts['board'], today: PlainDate): CoverageState {
  if (board === undefined) return 'unknown';
  const boardMissing = Array.from({ length: board.missingFields }, () => ({ zh: '', en: '' }));
  return shown(boardFact({ boardMissing, boardPhotoDays: board.photoDays }, today).state);
}

const shown = (state: ChecklistState | undefined): CoverageState =>
  state === undefined ? 'unknown' : state === 'overdue' ? 'missing' : state;

function paidMonth({ month, payOn, teams }: MonthFacts): PaidMonth {
  const sheets = teams.flatMap(({ sheet }) => (sheet === undefined ? [] : [sheet]));
  return {
    month,
    ...(payOn === undefined ? {} : { payOn }),
    teams: { expected: teams.filter(isExpected).length, filed: sheets.length },
    netFen: sumFen(sheets.map(({ netFen }) => netFen)),
    sentFen: sumFen(sheets.map(({ sentFen }) => sentFen)),
    shortFen: sumFen(sheets.map(({ shortFen }) => shortFen)),
  };
}

type Team = MonthFacts['teams'][number];
/** A payroll is owed of every team that worked or filed. */
const isExpected = ({ attendedPeople, sheet }: Team): boolean =>
  sheet !== undefined || (attendedPeople ?? 0) > 0;

function filingOf({ month, payOn, teams }: MonthFacts): FilingMonth {
  const asked = teams.filter((team) => isExpected(team) || team.isOnSite);
  const filedBy = (team: Team): PlainDate | undefined => team.sheet?.filedOn;
  const count = (holds: (team: Team) => boolean): number => asked.filter(holds).length;
  const isLate = (on: PlainDate | undefined): boolean =>
    on !== undefined && payOn !== undefined && on > payOn;
  const none = count((team) => filedBy(team) === undefined);
  const late = count((team) => isLate(filedBy(team)));
  const lateAttendance = count(({ attendanceTakenOn }) => isLate(attendanceTakenOn));
  return {
    ...{ month, teams: asked.length, inTime: asked.length - none - late, late, none },
    withoutAttendance: count(({ attendedPeople }) => attendedPeople === undefined),
    ...(lateAttendance === 0 ? {} : { lateAttendance }),
  };
}
