import type { PlainDate } from '../kit/plain-date.ts';
import { firstDayOf, payMonthOf } from '../kit/plain-date.ts';
import { fen, sumFen } from '../kit/money.ts';
import type { MonthFacts, ProjectFacts, SheetFacts, TeamMonthFacts } from './facts.ts';

/**
 * The facts without what is dated after `day`: for trends of months nobody watched, and for saying what a later record
 * changes. A reckoning, not a memory: what was entered late counts by the day it is about, and a sheet that a later
 * revision replaced is not brought back.
 */
export function factsAsOf(facts: ProjectFacts, day: PlainDate): ProjectFacts {
  const { account, bond, board, contract, money: _money, site: _site, ...rest } = facts;
  const months = facts.months
    .filter(({ month }) => firstDayOf(month) <= day)
    .map((month) => monthAsOf(month, day));
  return {
    ...rest,
    ...(contract === undefined || contract.signedOn > day ? {} : { contract }),
    ...(account === undefined
      ? {}
      : { account: withoutLater(account, ['openedOn', 'filedOn', 'tripartiteSignedOn', 'closedOn'], day) }),
    ...(bond === undefined
      ? {}
      : {
          bond: isLater(bond.storedOn, day)
            ? withoutLater(bond, ['storedOn'], day, ['amountFen', 'validUntil', 'isGuarantee'])
            : withoutLater(bond, ['returnedOn'], day),
        }),
    ...(board === undefined
      ? {}
      : { board: { ...board, photoDays: board.photoDays.filter((on) => on <= day) } }),
    months: withoutLaterCredits(months, day),
    ...presentParts(facts, months, day),
    complaints: facts.complaints.filter(({ receivedOn }) => receivedOn <= day),
    deadlines: facts.deadlines,
  };
}

/** What only shows the present is left out of a past in which there was nobody, or no account, to show it of. */
function presentParts(
  { site, money, account }: ProjectFacts,
  months: readonly MonthFacts[],
  day: PlainDate,
): Pick<ProjectFacts, 'site' | 'money'> {
  const wasAnybody = months.some(({ teams }) => teams.some(({ isOnSite }) => isOnSite));
  const refused = money?.refusedOutflows.filter(({ on }) => on <= day) ?? [];
  return {
    ...(site !== undefined && wasAnybody ? { site } : {}),
    ...(money === undefined || isLater(account?.openedOn, day)
      ? {}
      : { money: { ...money, refusedOutflows: refused } }),
  };
}

const isLater = (on: PlainDate | undefined, day: PlainDate): boolean => on !== undefined && on > day;

/** Takes off the days that had not come, and what stands or falls with them. */
function withoutLater<Part extends object>(
  part: Part,
  days: readonly (keyof Part)[],
  day: PlainDate,
  withThem: readonly (keyof Part)[] = [],
): Part {
  const left = { ...part };
  for (const key of days) {
    const on: unknown = part[key];
    if (typeof on === 'string' && on > (day as string))
      for (const gone of [key, ...withThem]) delete left[gone];
  }
  return left;
}

function monthAsOf(month: MonthFacts, day: PlainDate): MonthFacts {
  const { labourCost } = month;
  const isReceivedLater = isLater(labourCost?.receivedOn, day);
  const { receivedOn: _, ...due } = labourCost ?? { dueOn: day, receivedFen: fen(0) };
  return {
    ...month,
    ...(isReceivedLater ? { labourCost: { ...due, receivedFen: fen(0) } } : {}),
    teams: month.teams.map((team) => teamAsOf(team, day)),
  };
}

/** What was credited in the month that ran on the day is known as far as the sheets were credited by then. */
function withoutLaterCredits(months: readonly MonthFacts[], day: PlainDate): MonthFacts[] {
  const running = payMonthOf(day);
  const sheets = months.flatMap(({ teams }) => teams.flatMap(({ sheet }) => sheet ?? []));
  const inMonth = sheets.filter(
    ({ creditedOn }) => creditedOn !== undefined && payMonthOf(creditedOn) === running,
  );
  const wasKnown = months.some(
    ({ month, creditedInMonthFen: known }) => month < running && known !== undefined,
  );
  return months.map(({ creditedInMonthFen, ...month }) => {
    if (creditedInMonthFen === undefined) return month;
    if (month.month !== running) return { ...month, creditedInMonthFen };
    if (inMonth.length === 0 && !wasKnown) return month;
    return { ...month, creditedInMonthFen: sumFen(inMonth.map(({ creditedFen }) => creditedFen)) };
  });
}

function teamAsOf({ sheet, ...team }: TeamMonthFacts, day: PlainDate): TeamMonthFacts {
  if (sheet === undefined || sheet.filedOn > day) return team;
  return { ...team, sheet: sheetAsOf(sheet, day) };
}

/** Credits count from the day of the last one; an answer against the sheet from the day it was given. */
function sheetAsOf(sheet: SheetFacts, day: PlainDate): SheetFacts {
  const { creditedOn, deniedOn, approvedOn, ...rest } = sheet;
  const { less, nothing, notMe, right, unanswered } = sheet.answers;
  const answered = less + nothing + notMe;
  return {
    ...rest,
    ...(approvedOn === undefined || approvedOn > day ? {} : { approvedOn }),
    ...(creditedOn === undefined || creditedOn <= day
      ? { ...(creditedOn === undefined ? {} : { creditedOn }) }
      : { creditedFen: fen(0), credited: 0, bounced: 0, sentFen: fen(0), shortFen: sheet.netFen }),
    ...(deniedOn === undefined || deniedOn <= day
      ? { ...(deniedOn === undefined ? {} : { deniedOn }) }
      : { answers: { right, less: 0, nothing: 0, notMe: 0, unanswered: unanswered + answered } }),
  };
}
