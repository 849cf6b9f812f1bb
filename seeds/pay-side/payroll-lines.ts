import type { Fen } from '../../server/core/kit/money.ts';
import { fen } from '../../server/core/kit/money.ts';
import type { PlainDate } from '../../server/core/kit/plain-date.ts';
import { addDays } from '../../server/core/kit/plain-date.ts';
import type { LaidLine } from '../../server/features/payroll/index.ts';
import type { RosterPerson } from '../../server/features/roster/index.ts';
import type { MonthStory } from './payroll-stories.ts';
import type { PlannedTeam } from './plan.ts';

const ADVANCE: Fen = fen(100_000);
/** What a day brings a piece worker, and one whose price is too low for his hours. */
const PIECE_DAY_FEN = 24_000;
const POOR_PIECE_DAY_FEN = 7_000;
const GHOST_DAYS = 2600;

export interface Around {
  serial: number;
  people: number;
  days: number | undefined;
  team: PlannedTeam;
  story: MonthStory;
  payOn: PlainDate;
  today: PlainDate;
}

/** What one person earned in a month and what came of it; a pay file made afterwards brings the bank's part. */
export function lineOf(
  person: RosterPerson,
  { serial, people, days, team, story, payOn, today }: Around,
): LaidLine {
  const isGhost = team.story === 'ghostWorker' && days === undefined;
  const daysHundredths = isGhost ? GHOST_DAYS : (days ?? 0);
  const worth = wageOf(person, daysHundredths, team);
  const advanceFen = serial % 3 === 0 && worth.grossFen > 2 * ADVANCE ? ADVANCE : fen(0);
  const netFen = fen(worth.grossFen - advanceFen);
  const on = earlier(addDays(payOn, story.creditedAfter), today);
  const state = story.bank?.(serial, people) ?? 'credited';
  const kind = story.answer?.(serial);
  const card = story.card?.(serial);
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
    ...(card === undefined ? {} : { card: { ...card, ...answered } }),
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

export const earlier = (a: PlainDate, b: PlainDate): PlainDate => (a < b ? a : b);
