import type { Disagreement } from '../../core/contract/pay-overview.ts';
import { fen } from '../../core/kit/money.ts';
import type { PayMonth, PlainDate } from '../../core/kit/plain-date.ts';
import type { PersonMonth } from '../../core/pay/reconcile.ts';
import { reconcile } from '../../core/pay/reconcile.ts';
import type { LineOfMonth } from '../payroll/index.ts';
import { linesOfMonth } from '../payroll/index.ts';
import { attendanceTotals, findEnrolments, teamsOf } from '../roster/index.ts';
import { payOnOf } from '../safeguards/index.ts';
import { isInSight } from './overview-sight.ts';

interface Team {
  id: string;
  name: string;
  employerId: string;
}

/**
 * Every disagreement of a project's month, team by team and person by person: attendance, payroll, bank and the
 * worker's own answer. Five queries, whatever the number of people. `seen` limits it to these employers' people.
 */
export async function reconcileMonth(
  projectId: string,
  month: PayMonth,
  today: PlainDate,
  seen: readonly string[] | null = null,
): Promise<Disagreement[]> {
  const [lines, attended, allTeams, payDate] = await Promise.all([
    linesOfMonth(projectId, month),
    attendanceTotals({ projectId }, month),
    teamsOf(projectId),
    payOnOf(projectId, month),
  ]);
  const teams = new Map(
    allTeams.filter(({ employerId }) => isInSight(seen, employerId)).map((team) => [team.id, team]),
  );
  const people = await join(lines, attended, teams);
  const on = { today, ...(payDate === null ? {} : { payOn: payDate.payOn }) };
  return people.flatMap((person) => reconcile(person, on));
}

type Attended = Awaited<ReturnType<typeof attendanceTotals>>;

async function join(
  lines: readonly LineOfMonth[],
  attended: Attended,
  teams: ReadonlyMap<string, Team>,
): Promise<PersonMonth[]> {
  const onPayroll = new Set(lines.flatMap(({ enrolmentId }) => enrolmentId ?? []));
  const others = await findEnrolments([...attended.keys()].filter((id) => !onPayroll.has(id)));
  const recorded = new Set(teamsWithAttendance(attended, lines, others));
  const filed = new Set(lines.filter(({ standing }) => standing).map(({ teamId }) => teamId));
  const facts = (teamId: string, enrolmentId: string | undefined) => {
    const days = enrolmentId === undefined ? undefined : attended.get(enrolmentId)?.daysHundredths;
    return {
      teamName: teams.get(teamId)?.name ?? '',
      teamHasAttendance: recorded.has(teamId),
      teamHasFiled: filed.has(teamId),
      ...(enrolmentId === undefined ? {} : { enrolmentId }),
      ...(days === undefined ? {} : { attendedHundredths: days }),
    };
  };
  const paid = byPerson(lines).filter(({ teamId }) => teams.has(teamId));
  const unpaid = others.filter(({ teamId }) => teams.has(teamId));
  const rows = [
    ...paid.map(({ teamId, enrolmentId, ...person }) => ({ ...facts(teamId, enrolmentId), ...person })),
    ...unpaid.map(({ id, teamId, name }) => ({
      ...facts(teamId, id),
      workerName: name,
      creditedFen: fen(0),
    })),
  ];
  return rows.sort((a, b) => (a.teamName < b.teamName ? -1 : a.teamName > b.teamName ? 1 : 0));
}

type Paid = Pick<PersonMonth, 'workerName' | 'creditedFen' | 'line'> & {
  teamId: string;
  enrolmentId: string | undefined;
};

/** One row a person: the line that stands, and all credits, also those of revisions that no longer stand. */
function byPerson(lines: readonly LineOfMonth[]): Paid[] {
  const people = new Map<string, LineOfMonth[]>();
  for (const line of lines) {
    const key = line.enrolmentId ?? line.id;
    people.set(key, [...(people.get(key) ?? []), line]);
  }
  return [...people.values()].flatMap((own) => {
    const line = own.find(({ standing }) => standing);
    const first = line ?? own[0];
    if (first === undefined) return [];
    const credits = own.flatMap(({ bank }) => (bank.state === 'credited' ? [bank.amountFen ?? 0] : []));
    const { teamId, enrolmentId, workerName } = first;
    const creditedFen = fen(credits.reduce((sum, amount) => sum + amount, 0));
    return [
      { teamId, enrolmentId, workerName, creditedFen, ...(line === undefined ? {} : { line: lineOf(line) }) },
    ];
  });
}

function lineOf({
  id,
  daysHundredths,
  netFen,
  bank,
  answer,
  complaintId,
}: LineOfMonth): NonNullable<PersonMonth['line']> {
  return {
    id,
    daysHundredths,
    netFen,
    bank: bank.state,
    ...(answer === undefined ? {} : { answer }),
    ...(complaintId === undefined ? {} : { complaintId }),
  };
}

/** Teams of which anybody recorded any day. */
function teamsWithAttendance(
  attended: Attended,
  lines: readonly LineOfMonth[],
  others: readonly { id: string; teamId: string }[],
): string[] {
  const paid = lines.filter(({ enrolmentId }) => enrolmentId !== undefined && attended.has(enrolmentId));
  return [...paid, ...others].map(({ teamId }) => teamId);
}
