import type { MoneyStripView } from '../../core/contract/pay-overview.ts';
import { fen, sumFen } from '../../core/kit/money.ts';
import type { PayMonth, PlainDate } from '../../core/kit/plain-date.ts';
import { firstDayOf, lastDayOf, toShanghaiDay } from '../../core/kit/plain-date.ts';
import type { MoneyFacts } from '../../core/pay/money-strip.ts';
import { labourCostOfCycle, moneyStrip } from '../../core/pay/money-strip.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { labourCostIn, lastPayFileOn } from '../funds/index.ts';
import { sheetsOf } from '../payroll/index.ts';
import { positionOn } from '../projects/index.ts';
import { attendedTeams, teamsOf } from '../roster/index.ts';
import { findSafeguards, labourCostDueOn, payOnOf } from '../safeguards/index.ts';

/** Where the money of a project's month is stuck. A subcontractor is not shown the account of the site. */
export async function getMoneyStrip(projectId: string, month: PayMonth, ctx: Ctx): Promise<MoneyStripView> {
  const position = await positionOn(projectId, ctx);
  const mayKnow = position.isOffice || position.isGeneralContractor || position.isOwner;
  if (!mayKnow && !ctx.grants.some(({ role }) => role === 'leader')) throw new AppError('notFound');
  const { id } = position.project;
  const facts = await moneyFacts(id, month);
  return { projectId: id, month, ...moneyStrip(facts, ctx.today) };
}

async function moneyFacts(projectId: string, month: PayMonth): Promise<MoneyFacts> {
  const [safeguards, dueOn, payDate, sheets, teams] = await Promise.all([
    findSafeguards(projectId),
    labourCostDueOn(projectId, month),
    payOnOf(projectId, month),
    sheetsOf(projectId, month, month),
    expectedTeams(projectId, month),
  ]);
  const [received, sentOn] = await Promise.all([
    safeguards?.account === undefined
      ? undefined
      : labourCostIn(projectId, firstDayOf(month), lastDayOf(month)),
    lastPayFileOn(projectId, month),
  ]);
  const dueFen = safeguards?.contract === undefined ? undefined : labourCostOfCycle(safeguards.contract);
  const filedOn = latest(sheets.map((sheet) => toShanghaiDay(sheet.filedAt.getTime())));
  const creditedOn = latest(sheets.flatMap(({ money }) => money.creditedOn ?? []));
  return {
    ...(dueOn === null ? {} : { labourCost: { dueOn, ...(dueFen === undefined ? {} : { dueFen }) } }),
    ...(received === undefined ? {} : { received: { ...received, amountFen: fen(received.amountFen) } }),
    teams: {
      expected: new Set([...teams, ...sheets.map(({ teamId }) => teamId)]).size,
      filed: sheets.filter(({ state }) => state !== 'returned').length,
      ...(filedOn === undefined ? {} : { filedOn }),
    },
    ...(payDate === null ? {} : { payOn: payDate.payOn }),
    netFen: sumFen(sheets.map(({ netFen }) => netFen)),
    sent: {
      amountFen: sumFen(sheets.map(({ money }) => money.sentFen)),
      ...(sentOn === undefined ? {} : { on: sentOn }),
    },
    credited: {
      amountFen: sumFen(sheets.map(({ creditedFen }) => creditedFen)),
      shortFen: sumFen(sheets.map(({ money }) => money.shortFen)),
      ...(creditedOn === undefined ? {} : { on: creditedOn }),
    },
  };
}

/** Teams whose month somebody has to file: those that attended, or, where nobody recorded any, those on site. */
async function expectedTeams(projectId: string, month: PayMonth): Promise<string[]> {
  const attended = await attendedTeams(projectId, month, month);
  if (attended.length > 0) return attended.map(({ teamId }) => teamId);
  const teams = await teamsOf(projectId);
  const isOnSite = ({ enteredOn, leftOn }: { enteredOn: PlainDate; leftOn?: PlainDate }): boolean =>
    enteredOn <= lastDayOf(month) && (leftOn === undefined || leftOn >= firstDayOf(month));
  return teams.filter(isOnSite).map(({ id }) => id);
}

const latest = (days: readonly PlainDate[]): PlainDate | undefined => [...days].sort().at(-1);
