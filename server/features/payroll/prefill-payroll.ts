import type { PayrollScope, PrefilledEntry } from '../../core/contract/payroll.ts';
import { fen, fractionOf, ZERO_FEN } from '../../core/kit/money.ts';
import type { Fen } from '../../core/kit/money.ts';
import { lastDayOf, previousPayMonth } from '../../core/kit/plain-date.ts';
import type { PayMonth } from '../../core/kit/plain-date.ts';
import { thresholdOn } from '../../core/law/thresholds.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { maskField } from '../../platform/crypto/index.ts';
import { attendanceTotals, findRoster } from '../roster/index.ts';
import type { AttendedTotals, RosterPerson } from '../roster/index.ts';
import { findLinesOfSheet } from './payroll-line.model.ts';
import type { FilingScope } from './payroll-scope.ts';
import { requireFiling } from './payroll-scope.ts';
import type { PayrollLineRecord } from './payroll.record.ts';
import { findStandingSheet } from './payroll-sheet.model.ts';

export interface AskPrefill extends PayrollScope {
  from: 'attendance' | 'lastMonth';
}

/** A person of the team with the row he starts from. */
export interface Prefilled {
  person: RosterPerson;
  entry: Omit<PrefilledEntry, 'enrolmentId' | 'citizenIdMasked' | 'bankCardMasked'>;
}

/** The rows a month begins with, for the grid: identities masked, so they go back by enrolment. */
export async function prefillPayroll({ from, ...scope }: AskPrefill, ctx: Ctx): Promise<PrefilledEntry[]> {
  const rows = await prefilledRows(await requireFiling(scope, ctx), from);
  return rows.map(({ person: { enrolmentId, citizenId, bankCard }, entry }) => ({
    ...entry,
    enrolmentId,
    citizenIdMasked: citizenId === undefined ? '' : maskField('citizenId', citizenId),
    ...(bankCard === undefined ? {} : { bankCardMasked: maskField('bankCard', bankCard) }),
  }));
}

/**
 * Everybody who was on the team's roster in the month: days from attendance × the agreed rate, or what last month's sheet
 * said of him: without such a sheet nothing is made up. Whoever waits at the gate has not worked and is left out.
 */
export async function prefilledRows(scope: FilingScope, from: AskPrefill['from']): Promise<Prefilled[]> {
  const { projectId, teamId, payMonth } = scope;
  const [roster, attended, before] = await Promise.all([
    findRoster({ projectId, teamId }, payMonth),
    attendanceTotals({ projectId, teamId }, payMonth),
    from === 'lastMonth' ? linesBefore(scope) : new Map<string, PayrollLineRecord>(),
  ]);
  return roster
    .filter(({ enteredOn }) => enteredOn !== undefined)
    .map((person) => {
      const line = before.get(person.workerId);
      const entry =
        line === undefined
          ? fromAttendance(person, attended.get(person.enrolmentId), payMonth)
          : fromLine(person, line);
      return { person, entry };
    });
}

async function linesBefore({ teamId, payMonth }: FilingScope): Promise<Map<string, PayrollLineRecord>> {
  const month = previousPayMonth(payMonth);
  const sheet = await findStandingSheet(teamId, month);
  if (sheet === null) throw new AppError('noPayrollBefore', { month });
  const lines = await findLinesOfSheet(String(sheet._id));
  return new Map(lines.map((line) => [line.workerId, line]));
}

const NOTHING_OFF = {
  ...{ incomeTax: ZERO_FEN, socialInsurance: ZERO_FEN, courtOrdered: ZERO_FEN },
  ...{ damage: ZERO_FEN, other: ZERO_FEN },
};

function fromAttendance(
  person: RosterPerson,
  attended: AttendedTotals | undefined,
  month: PayMonth,
): Prefilled['entry'] {
  const { name, payKind, piecePriceFen } = person;
  const days = attended?.daysHundredths ?? 0;
  const hours = attended?.hoursHundredths ?? 0;
  const rate = payKind === 'TIME_RATE' ? dayRateOf(person, month) : undefined;
  const gross = rate === undefined ? ZERO_FEN : fractionOf(rate, days, 100, 'halfUp');
  return {
    ...{ name, payKind, daysHundredths: days },
    ...(hours > 0 ? { hoursHundredths: hours } : {}),
    ...(rate === undefined ? {} : { dayRateFen: rate }),
    ...(payKind === 'PIECE_RATE' && piecePriceFen !== undefined ? { piecePriceFen } : {}),
    ...{ overtimeFen: ZERO_FEN, allowancesFen: ZERO_FEN, backPayFen: ZERO_FEN, advanceFen: ZERO_FEN },
    ...{ grossFen: gross, netFen: gross, deductions: { ...NOTHING_OFF }, isSigned: false },
  };
}

/**
 * The rate of a day; of a monthly wage the month ÷ 21.75, rounded half up.
 * @law WAG-1
 */
function dayRateOf({ dayRateFen, monthRateFen }: RosterPerson, month: PayMonth): Fen | undefined {
  if (dayRateFen !== undefined || monthRateFen === undefined) return dayRateFen;
  const payDays = thresholdOn('payDaysPerMonth', lastDayOf(month));
  return payDays === null ? undefined : fractionOf(fen(monthRateFen), 100, payDays, 'halfUp');
}

/** What was paid once (back pay, an advance) and signatures are not carried over. */
function fromLine({ name }: RosterPerson, line: PayrollLineRecord): Prefilled['entry'] {
  const { payKind, daysHundredths, hoursHundredths, dayRateFen, piecesHundredths, piecePriceFen } = line;
  const { overtimeFen, allowancesFen, backPayFen, deductions, otherGround } = line;
  const grossFen = fen(line.grossFen - backPayFen);
  return {
    ...{ name, payKind, daysHundredths, overtimeFen, allowancesFen, grossFen, deductions },
    ...(hoursHundredths === undefined ? {} : { hoursHundredths }),
    ...(dayRateFen === undefined ? {} : { dayRateFen }),
    ...(piecesHundredths === undefined ? {} : { piecesHundredths }),
    ...(piecePriceFen === undefined ? {} : { piecePriceFen }),
    ...(otherGround === undefined ? {} : { otherGround }),
    netFen: fen(line.netFen - backPayFen + line.advanceFen),
    ...{ backPayFen: ZERO_FEN, advanceFen: ZERO_FEN, isSigned: false },
  };
}
