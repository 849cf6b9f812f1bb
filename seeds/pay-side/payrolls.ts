import type { Fen } from '../../server/core/kit/money.ts';
import { fen } from '../../server/core/kit/money.ts';
import type { PayMonth, PlainDate } from '../../server/core/kit/plain-date.ts';
import {
  addDays,
  addPayMonths,
  firstDayOf,
  nextPayMonth,
  payMonthOf,
} from '../../server/core/kit/plain-date.ts';
import { findCompanyRef } from '../../server/features/companies/index.ts';
import { postTransaction } from '../../server/features/funds/index.ts';
import type { LaidLine } from '../../server/features/payroll/index.ts';
import { layPayroll, sheetsOf } from '../../server/features/payroll/index.ts';
import type { RosterPerson } from '../../server/features/roster/index.ts';
import { attendanceTotals, findRoster, findTeam } from '../../server/features/roster/index.ts';
import { findSafeguards, labourCostDueOn, payOnOf } from '../../server/features/safeguards/index.ts';
import { AppError } from '../../server/platform/app-error.ts';
import type { Ctx } from '../../server/platform/context.ts';
import { inTransaction } from '../../server/platform/db.ts';
import { labourCostOfCycle } from '../../server/core/pay/money-strip.ts';
import type { MonthStory } from './payroll-stories.ts';
import { monthStory } from './payroll-stories.ts';
import type { PlannedProject, PlannedTeam } from './plan.ts';
import { COMPANY, PLANNED_PROJECTS } from './plan.ts';

const ADVANCE: Fen = fen(100_000);
/** What a day brings a piece worker, and one whose price is too low for his hours. */
const PIECE_DAY_FEN = 24_000;
const POOR_PIECE_DAY_FEN = 7_000;
const GHOST_DAYS = 2600;
/** The labour cost of so many months is posted; older ones would only make the list long. */
const POSTED_MONTHS = 4;

/**
 * The months that teams have filed, with the bank's results and the workers' answers, each team by its story. Laid in
 * bulk, one transaction a team; running it again changes nothing.
 */
export async function seedPayrolls(ctx: Ctx): Promise<{ sheets: number; postings: number }> {
  const made = { sheets: 0, postings: 0 };
  for (const project of PLANNED_PROJECTS) {
    const current = payMonthOf(ctx.today);
    const there = await sheetsOf(project.id, addPayMonths(current, -24), current);
    const known = new Set(there.map(({ teamId }) => teamId));
    for (const team of project.teams) {
      if (known.has(team.id) || team.filedUntil === undefined) continue;
      await inTransaction(async () => {
        made.sheets += await layTeam(project, team, ctx);
      });
    }
    made.postings += await postLabourCost(project, ctx);
  }
  return made;
}

async function layTeam(project: PlannedProject, team: PlannedTeam, ctx: Ctx): Promise<number> {
  const { filedUntil = 0 } = team;
  const ref = await findTeam(team.id);
  if (ref === null) return 0;
  const employer = await findCompanyRef(ref.employerId);
  let laid = 0;
  for (let ago = team.from; ago >= filedUntil; ago -= 1) {
    const payMonth = addPayMonths(payMonthOf(ctx.today), -ago);
    const scope = { projectId: project.id, teamId: team.id };
    const [people, attended, payDate] = [
      await findRoster(scope, payMonth),
      await attendanceTotals(scope, payMonth),
      await payOnOf(project.id, payMonth),
    ];
    const story = monthStory(team.story, ago - filedUntil);
    const payOn = payDate?.payOn ?? addDays(firstDayOf(nextPayMonth(payMonth)), project.payDay - 1);
    const lines = people
      .filter(({ enteredOn }) => enteredOn !== undefined)
      .map((person, _at, all) => {
        const serial = Number.parseInt(person.enrolmentId.slice(-8), 16);
        const days = attended.get(person.enrolmentId)?.daysHundredths;
        return lineOf(person, { serial, people: all.length, days, team, story, payOn, today: ctx.today });
      })
      .filter(({ daysHundredths }) => daysHundredths > 0);
    if (lines.length === 0) continue;
    const filedOn = earlier(addDays(payOn, -8), ctx.today);
    await layPayroll(
      {
        ...{ project, team: ref, employerName: employer?.name ?? '', payMonth, filedOn, lines },
        state: story.state,
        ...(payDate === null ? {} : { payOn: payDate.payOn }),
      },
      ctx,
    );
    laid += 1;
  }
  return laid;
}

interface Around {
  serial: number;
  people: number;
  days: number | undefined;
  team: PlannedTeam;
  story: MonthStory;
  payOn: PlainDate;
  today: PlainDate;
}

function lineOf(person: RosterPerson, { serial, people, days, team, story, payOn, today }: Around): LaidLine {
  const isGhost = team.story === 'ghostWorker' && days === undefined;
  const daysHundredths = isGhost ? GHOST_DAYS : (days ?? 0);
  const worth = wageOf(person, daysHundredths, team);
  const advanceFen = serial % 3 === 0 && worth.grossFen > 2 * ADVANCE ? ADVANCE : fen(0);
  const netFen = fen(worth.grossFen - advanceFen);
  const on = earlier(addDays(payOn, story.creditedAfter), today);
  const state = story.bank?.(serial, people) ?? 'credited';
  const kind = story.answer?.(serial);
  const answered = { on: earlier(addDays(on, 1 + (serial % 3)), today) };
  return {
    person,
    daysHundredths,
    ...(days === undefined ? {} : { attendedHundredths: days }),
    ...worth,
    advanceFen,
    bank:
      state === 'none'
        ? { state, attempts: 0 }
        : {
            ...{ state, attempts: 1, amountFen: netFen, on },
            ...(state === 'bounced' ? { reason: '账号与户名不符' } : {}),
          },
    ...(kind === undefined
      ? {}
      : {
          answer: {
            kind,
            ...answered,
            ...(kind === 'less' ? { amountFen: fen(netFen - (netFen % 3) - ADVANCE) } : {}),
          },
        }),
  };
}

function wageOf(person: RosterPerson, daysHundredths: number, team: PlannedTeam) {
  if (person.payKind === 'TIME_RATE')
    return { grossFen: fen(Math.round(((person.dayRateFen ?? 0) * daysHundredths) / 100)) };
  const price = person.piecePriceFen ?? team.rateFen;
  const aDay = team.story === 'underMinimum' ? POOR_PIECE_DAY_FEN : PIECE_DAY_FEN;
  const pieces = Math.round((aDay * daysHundredths) / 100 / price);
  return { piecesHundredths: pieces * 100, grossFen: fen(pieces * price) };
}

const earlier = (a: PlainDate, b: PlainDate): PlainDate => (a < b ? a : b);

/** What the owner paid into the account, month by month; of one site nothing came for two months. */
async function postLabourCost(project: PlannedProject, ctx: Ctx): Promise<number> {
  const safeguards = await findSafeguards(project.id);
  if (safeguards?.account === undefined || safeguards.contract === undefined) return 0;
  const silent = project.teams.some(({ story }) => story === 'labourCostMissing') ? 2 : 0;
  const share = Math.floor((project.contractFen * project.labourShareBasisPoints) / 10_000 / 18);
  const amountFen = labourCostOfCycle(safeguards.contract) ?? fen(share - (share % 100));
  let posted = 0;
  for (let ago = POSTED_MONTHS; ago >= silent; ago -= 1) {
    const month: PayMonth = addPayMonths(payMonthOf(ctx.today), -ago);
    const on = await labourCostDueOn(project.id, month);
    if (on === null || on > ctx.today) continue;
    posted += await post(project, { amountFen, on, month }, ctx);
  }
  return posted;
}

async function post(
  project: PlannedProject,
  { amountFen, on, month }: { amountFen: Fen; on: PlainDate; month: PayMonth },
  ctx: Ctx,
): Promise<number> {
  const owner = await findCompanyRef(COMPANY[project.owner]);
  const bankRef = `LC-${project.code}-${month}`;
  const movement = {
    direction: 'in',
    kind: 'labourCost',
    amountFen,
    on,
    counterparty: owner?.name ?? '建设单位',
    bankRef,
  } as const;
  try {
    await postTransaction(project.id, movement, ctx);
    return 1;
  } catch (error) {
    // Posted at an earlier start, when the amount or the day stood otherwise: it stays as it is.
    if (error instanceof AppError && error.code === 'alreadyExists') return 0;
    throw error;
  }
}
