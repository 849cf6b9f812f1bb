import { fen } from '../../server/core/kit/money.ts';
import type { PlainDate } from '../../server/core/kit/plain-date.ts';
import {
  addDays,
  addPayMonths,
  firstDayOf,
  lastDayOf,
  payMonthOf,
} from '../../server/core/kit/plain-date.ts';
import type { NewEnrolment } from '../../server/features/roster/index.ts';
import type { Draw } from '../random.ts';
import { drawFrom, drawnName, nobodysCitizenId } from '../random.ts';
import type { PlannedTeam } from './plan.ts';
import { enrolmentIdOf, PLANNED_PROJECTS } from './plan.ts';

/** The demo workers who sign in by phone; each leads a team of the first site. */
const DEMO_PHONES: Readonly<Record<string, string>> = { 张大山: '13800000001', 马春花: '13800000002' };
const BANKS = [
  '中国农业银行文山支行',
  '中国工商银行文山支行',
  '云南农村商业银行文山支行',
  '中国邮政储蓄银行文山支行',
];
/** Numbers of these made-up people begin here, so that they are nobody else's of the demo. */
const FIRST_SERIAL = 1_000_000;

/** One number for each team, the same at every run. */
export const seedOf = (team: Pick<PlannedTeam, 'id'>): number => Number.parseInt(team.id.slice(-4), 16);

/** A made-up card of the Luhn form. */
export function drawnCard(serial: number): string {
  const body = `621700${String(serial).padStart(12, '0')}`;
  const sum = [...body].reverse().reduce((acc, digit, at) => {
    const doubled = Number(digit) * (at % 2 === 0 ? 2 : 1);
    return acc + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return `${body}${(10 - (sum % 10)) % 10}`;
}

/** The people of a team as the plan wants them, with fixed ids: serial 1 is the leader. */
export function peopleOf(team: PlannedTeam, today: PlainDate): (NewEnrolment & { id: string })[] {
  const draw = drawFrom(seedOf(team));
  const people = Array.from({ length: team.people }, (_none, at) => personOf(team, at + 1, draw, today));
  return team.story === 'twoSites' ? withTwins(people, today) : people;
}

/** Two people of the team are at the same time on the roster of another site's team. */
const TWIN_TEAM = '53260100000000000000daa1';
export const TWINS = [2, 3] as const;

function withTwins<One extends NewEnrolment>(people: readonly One[], today: PlainDate): One[] {
  const other = PLANNED_PROJECTS.flatMap(({ teams }) => teams).find(({ id }) => id === TWIN_TEAM);
  const twins = other === undefined ? [] : peopleOf(other, today);
  return people.map((person, at) => {
    const twin = TWINS.some((serial) => serial === at + 1) ? twins[at] : undefined;
    if (twin === undefined) return person;
    const { name, citizenId, phone, bankCard } = twin;
    const numbers = Object.entries({ citizenId, phone, bankCard }).filter(([, value]) => value !== undefined);
    return { ...person, name, ...Object.fromEntries(numbers) };
  });
}

function personOf(
  team: PlannedTeam,
  serial: number,
  draw: Draw,
  today: PlainDate,
): NewEnrolment & { id: string } {
  const isLeader = serial === 1;
  const number = FIRST_SERIAL + (seedOf(team) % 4096) * 100 + serial;
  const name = isLeader ? team.leader : drawnName(draw);
  const spread = team.payKind === 'TIME_RATE' ? draw.between(-2, 3) * 1000 : 0;
  const rate = fen(team.rateFen + spread + (isLeader ? 5000 : 0));
  const cardOf = team.story === 'cardCollected' && serial <= 5 ? number - serial + 1 : number;
  const start = startOf(team, serial, draw, today);
  const person: NewEnrolment & { id: string } = {
    id: enrolmentIdOf(team.id, serial),
    name,
    citizenId: nobodysCitizenId(number),
    phone: (isLeader ? DEMO_PHONES[name] : undefined) ?? `1380${String(number).padStart(7, '0')}`,
    bankCard: drawnCard(cardOf),
    bankName: draw.pick(BANKS),
    workType: team.workType,
    workRole: 'BUILDER',
    isTeamLeader: isLeader,
    payKind: team.payKind,
    ...(team.payKind === 'TIME_RATE'
      ? { dayRateFen: rate }
      : { piecePriceFen: fen(team.rateFen), pieceUnit: team.pieceUnit ?? '件' }),
    contract: { kind: 'labourContract', signedOn: addDays(start, -2), from: start },
    safetyTrainedOn: addDays(start, -1),
    enteredOn: start,
  };
  if (team.story === 'gateClosed' && serial > team.people - 3) {
    const { contract: _contract, enteredOn: _enteredOn, ...waiting } = person;
    return waiting;
  }
  return { ...person, ...leavingOf(team, serial, today) };
}

/** Most begin with the team, every fourth some months later. */
function startOf(team: PlannedTeam, serial: number, draw: Draw, today: PlainDate): PlainDate {
  const later =
    serial > 1 && serial % 4 === 0 ? draw.between(0, Math.max(0, Math.min(3, team.from - team.until))) : 0;
  const first = firstDayOf(addPayMonths(payMonthOf(today), later - team.from));
  const day = addDays(first, draw.between(0, 4));
  return day > today ? today : day;
}

/** Who has left: everybody of a team that is done, and the people of `leftUnsettled`. */
function leavingOf(team: PlannedTeam, serial: number, today: PlainDate): Partial<NewEnrolment> {
  const isUnsettled = team.story === 'leftUnsettled' && serial <= 4;
  const isArrears = team.story === 'finishedWithArrears';
  if (team.until === 0) return {};
  const leftOn = lastDayOf(addPayMonths(payMonthOf(today), -team.until));
  const owed = isUnsettled || isArrears;
  return {
    state: 'left',
    leftOn,
    leaveReason: '演示：班组工作结束',
    settlement: {
      dueOn: leftOn,
      ...(owed ? {} : { settledOn: leftOn, note: '演示：工资已结清' }),
    },
  };
}
